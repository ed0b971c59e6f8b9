/** What isn't even HTTP gets its problem in JSON, too: Node's own answer would be an empty one. */
import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ProblemCode } from '../problems.ts';
import { sentencesIn } from '../sentences/sentences.ts';
import { HTTP } from './http-status.ts';

export function answerMalformed(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
    const status = STATUS_OF[error.code ?? ''] ?? HTTP.badRequest;
    const body = problem('body_invalid', status);
    socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        'Content-Type: application/problem+json',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  });
}

const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: HTTP.headersTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: HTTP.requestTimeout,
};

function problem(code: ProblemCode, status: number): string {
  const { sentence, hint } = sentencesIn('en').problem(code, {});
  const type = `urn:flowgate:problem:${code}`;
  return JSON.stringify({ type, title: code, status, code, detail: sentence, hint });
}
