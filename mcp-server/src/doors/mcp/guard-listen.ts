/** The protocol's handler acknowledges whatever address a client wants to hear of. This stands in front and takes the rest out. */
import type { RequestHandler, Response } from 'express';
import { problems } from '../../problems.ts';
import { type AgentCall, admittedCall } from './mcp-call.ts';
import { mayReadUri } from './readable-uri.ts';
import type { ResourceWatch } from './resource-watch.ts';

/** One client needs one, and an agent may have helpers; a loop that opens more must not eat the process's share. */
export const LISTEN_STREAMS_PER_TOKEN_MAX = 20;
const SUBSCRIPTIONS_PER_STREAM_MAX = 100;
const RETRY_SECONDS = 30;

export const LISTEN_METHOD = 'subscriptions/listen';

export function guardListen(watch: ResourceWatch): RequestHandler {
  const open = new Map<string, number>();
  return (request, response, next) => {
    const { body } = request;
    if (body?.method !== LISTEN_METHOD) return next();
    const call = admittedCall(request);
    countStream(open, call, response);
    const filter = body.params?.notifications;
    if (Array.isArray(filter?.resourceSubscriptions)) {
      filter.resourceSubscriptions = filter.resourceSubscriptions
        .filter((uri: unknown) => typeof uri === 'string' && mayReadUri(call.caller, uri))
        .slice(0, SUBSCRIPTIONS_PER_STREAM_MAX);
    }
    const hears = filter?.resourcesListChanged || filter?.resourceSubscriptions?.length > 0;
    if (hears) response.once('close', watch.begin(call.caller.token.projectId));
    next();
  };
}

function countStream(open: Map<string, number>, { caller }: AgentCall, response: Response): void {
  const count = open.get(caller.token.id) ?? 0;
  if (count >= LISTEN_STREAMS_PER_TOKEN_MAX) throw problems.tooMany(RETRY_SECONDS);
  open.set(caller.token.id, count + 1);
  response.once('close', () => {
    const left = (open.get(caller.token.id) ?? 1) - 1;
    if (left > 0) open.set(caller.token.id, left);
    else open.delete(caller.token.id);
  });
}
