/** `GET /api/v1/events`: hints of what happened, to whoever may know. The page reads again; nothing here is the news itself. */
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { perform } from '../../actions/action.ts';
import { readEvents } from '../../actions/events/read-events.ts';
import { projectSlug, SSE_PING_SECONDS } from '../../contracts/index.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { type Caller, callerKey } from '../../identity/caller.ts';
import { faultAt, problems } from '../../problems.ts';
import { callerOf, callerStill } from '../authenticate.ts';
import { callOf } from '../call-of.ts';
import { HTTP } from '../http-status.ts';
import { factsOf } from '../request-facts.ts';
import { positionsOfEventId } from './event-id.ts';
import { EventStream } from './event-stream.ts';
import { StreamLimit } from './stream-limit.ts';

/** A revoked session or token must be out within five seconds. */
const LOOK_AT_CALLER_MILLISECONDS = 4_000;

const Query = z.strictObject({ project: projectSlug.optional() });

export function sseDoor(dependencies: Dependencies): RequestHandler {
  const limit = new StreamLimit();
  return async (request, response) => {
    const query = Query.safeParse(request.query);
    const caller = await callerOf(dependencies, request);
    const call = callOf(request, response, caller);
    response.locals['call'] = call;
    if (caller.kind === 'stranger') throw problems.notSignedIn();
    if (!query.success) throw faultAt('project', 'malformed', { format: 'project slug' });
    const { project } = query.data;
    // Asked once through the front door, so that a foreign project answers as a missing one.
    // A token has one project, named or not.
    const asked = project ?? (caller.kind === 'agent' ? caller.token.projectId : undefined);
    if (asked !== undefined) await perform(readEvents, dependencies, call, { project: asked });
    response.once('close', limit.enter(callerKey(caller)));
    begin(request, response, dependencies, call, project);
  };
}

function begin(
  request: Request,
  response: Response,
  dependencies: Dependencies,
  call: Call,
  project: string | undefined,
): void {
  const lastId = request.get('last-event-id');
  const positions = lastId === undefined ? new Map() : positionsOfEventId(lastId);
  response.status(HTTP.ok).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const stream = new EventStream(dependencies, response, call, positions ?? new Map());
  stream.follow(call, projectsOf(call.caller, project));
  if (positions === null) void stream.resync();

  const ping = setInterval(() => void stream.ping(), SSE_PING_SECONDS * 1_000);
  const look = setInterval(async () => {
    try {
      const caller = await callerStill(dependencies, request, call.caller);
      stream.follow(callOf(request, response, caller), projectsOf(caller, project));
    } catch {
      response.end();
    }
  }, LOOK_AT_CALLER_MILLISECONDS);
  const stop = () => response.end();
  factsOf(response).signal.addEventListener('abort', stop, { once: true });
  response.once('close', () => {
    clearInterval(ping);
    clearInterval(look);
    stream.close();
  });
  void stream.ping();
}

/** Those the caller is a member of; a token's own. An admin names the project they look at. */
function projectsOf(caller: Caller, project: string | undefined): string[] {
  if (caller.kind === 'agent') return [caller.token.projectId];
  if (caller.kind !== 'person') return [];
  if (project === undefined) return [...caller.roles.keys()];
  return caller.isAdmin || caller.roles.has(project) ? [project] : [];
}
