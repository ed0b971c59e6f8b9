/** `/`: the built review app in this process. It speaks to the REST door without a socket, as the browser it serves. */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Express, Request, RequestHandler, Response } from 'express';
import inject from 'light-my-request';
import { factsOf } from '../request-facts.ts';

interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface ApiAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: string;
}

type NodeHandler = (request: Request, response: Response, next: (error?: unknown) => void) => void;

/** The handler that the build of the web app left; null: it isn't built, and only the doors for programs open. */
export async function findBuiltWeb(handlerPath: string): Promise<NodeHandler | null> {
  if (!existsSync(handlerPath)) return null;
  const built = (await import(pathToFileURL(handlerPath).href)) as { handler: NodeHandler };
  return built.handler;
}

/** `app` is the whole server: calls of the page take every guard and limit that calls from outside take. */
export function webDoor(app: Express, handler: NodeHandler): RequestHandler {
  return (request, response, next) => {
    const { address, requestId } = factsOf(response);
    Object.assign(request, {
      flowgateCall: (call: ApiRequest) => callInProcess(app, call, address, requestId),
    });
    handler(request, response, next);
  };
}

async function callInProcess(
  app: Express,
  { method, path, headers, body }: ApiRequest,
  remoteAddress: string,
  requestId: string,
): Promise<ApiAnswer> {
  // Over loopback every lock, limit and session would see one address; this one is the browser's, already resolved.
  const { 'x-forwarded-for': _resolved, ...kept } = headers;
  const answer = await inject(app as Parameters<typeof inject>[0], {
    method: method as 'GET',
    url: path,
    headers: { 'x-request-id': requestId, ...kept },
    remoteAddress,
    ...(body === undefined ? {} : { payload: body }),
  });
  return {
    status: answer.statusCode,
    headers: Object.fromEntries(
      Object.entries(answer.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, Array.isArray(value) ? value : String(value)]],
      ),
    ),
    body: answer.payload,
  };
}
