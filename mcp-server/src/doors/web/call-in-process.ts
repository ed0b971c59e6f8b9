/**
 * A request to our own app over a pair of streams in memory: every guard and limit sees it as a request from outside,
 * with the address of the browser it serves. No port, and nothing of Express is patched for it.
 */
import { createServer, type IncomingMessage, request as startRequest } from 'node:http';
import { duplexPair, type Readable } from 'node:stream';
import type { Express } from 'express';
import { HTTP } from '../http-status.ts';

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: string;
}

export type CallInProcess = (call: ApiRequest, remoteAddress: string) => Promise<ApiAnswer>;

export function callerInProcess(app: Express): CallInProcess {
  const server = createServer(app);
  return async ({ method, path, headers, body }, remoteAddress) => {
    const [near, far] = duplexPair();
    Object.defineProperty(far, 'remoteAddress', { value: remoteAddress });
    server.emit('connection', far);
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const answered = Promise.withResolvers<IncomingMessage>();
    const call = startRequest({
      createConnection: () => near,
      method,
      path,
      headers: {
        ...headers,
        connection: 'close',
        ...(bytes === undefined ? {} : { 'content-length': String(bytes.length) }),
      },
    });
    call.once('response', answered.resolve).once('error', answered.reject);
    call.end(bytes);
    const response = await answered.promise;
    const answer = await readAll(response);
    return {
      status: response.statusCode ?? HTTP.defect,
      headers: headersOf(response),
      body: answer,
    };
  };
}

async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function headersOf({ headers }: IncomingMessage): ApiAnswer['headers'] {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
