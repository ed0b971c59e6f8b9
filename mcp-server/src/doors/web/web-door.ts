/** `/`: the built review app in this process. It speaks to the REST door without a socket, as the browser it serves. */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Express, Request, RequestHandler, Response } from 'express';
import { factsOf } from '../request-facts.ts';
import { type ApiRequest, callerInProcess } from './call-in-process.ts';

type NodeHandler = (request: Request, response: Response, next: (error?: unknown) => void) => void;

/** The handler that the build of the web app left; null: it isn't built, and only the doors for programs open. */
export async function findBuiltWeb(handlerPath: string): Promise<NodeHandler | null> {
  if (!existsSync(handlerPath)) return null;
  const built = (await import(pathToFileURL(handlerPath).href)) as { handler: NodeHandler };
  return built.handler;
}

/** `app` is the whole server: calls of the page take every guard and limit that calls from outside take. */
export function webDoor(app: Express, handler: NodeHandler): RequestHandler {
  const callInProcess = callerInProcess(app);
  return (request, response, next) => {
    const { address, requestId } = factsOf(response);
    Object.assign(request, {
      flowgateCall: ({ headers, ...call }: ApiRequest) => {
        // The address is resolved already; what a proxy said of it has done its work.
        const { 'x-forwarded-for': _resolved, ...kept } = headers;
        return callInProcess({ ...call, headers: { 'x-request-id': requestId, ...kept } }, address);
      },
    });
    handler(request, response, next);
  };
}
