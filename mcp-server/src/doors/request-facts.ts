/** What every door knows of a request before anybody is asked who it is. */
import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';

const REQUEST_ID_BYTES = 12;
const USER_AGENT_CHARACTERS_MAX = 300;

export interface RequestFacts {
  readonly requestId: string;
  /** The client's address, through the trusted proxies. */
  readonly address: string;
  readonly userAgent: string;
  /** Fires when the client leaves or the server stops. */
  readonly signal: AbortSignal;
}

/** Names each request (a caller's own `X-Request-Id` is kept if it is plain) and notices when the client leaves. */
export function factsMiddleware(stopping: AbortSignal): RequestHandler {
  return (request, response, next) => {
    const requestId = ownIdOf(request) ?? randomBytes(REQUEST_ID_BYTES).toString('base64url');
    response.setHeader('X-Request-Id', requestId);
    const left = new AbortController();
    response.once('close', () => left.abort());
    const facts: RequestFacts = {
      requestId,
      address: request.ip ?? '',
      userAgent: (request.get('user-agent') ?? '').slice(0, USER_AGENT_CHARACTERS_MAX),
      signal: AbortSignal.any([left.signal, stopping]),
    };
    response.locals['facts'] = facts;
    next();
  };
}

export function factsOf(response: Response): RequestFacts {
  return response.locals['facts'] as RequestFacts;
}

function ownIdOf(request: Request): string | null {
  const id = request.get('x-request-id');
  return id !== undefined && /^[A-Za-z0-9._-]{1,80}$/.test(id) ? id : null;
}
