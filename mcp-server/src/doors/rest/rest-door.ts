/** `/api/v1`: every row of the table behind one way in. */
import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { perform } from '../../actions/action.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { type Caller, callerKey } from '../../identity/caller.ts';
import { Problem, problems } from '../../problems.ts';
import { sentencesIn } from '../../sentences/sentences.ts';
import { callerOf } from '../authenticate.ts';
import { callOf } from '../call-of.ts';
import { HTTP } from '../http-status.ts';
import { jsonBody } from '../json-body.ts';
import { preferredOf } from '../language-of.ts';
import type { Limits, RowLimit } from '../limits.ts';
import { noteRefusal } from '../note-refusal.ts';
import { problemOf } from '../problem-of.ts';
import { factsOf } from '../request-facts.ts';
import { clearCookies, type SentCookies, setCookies } from '../session-cookies.ts';
import { inboxMembers } from './inbox-problem.ts';
import { inputOf } from './input-of.ts';
import { sendProblem } from './problem-details.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { sendBytes } from './send-bytes.ts';
import { sendLines } from './send-lines.ts';
import { bytesInput } from './upload-body.ts';

/** The router of `/api/v1`. */
export function restDoor(dependencies: Dependencies, limits: Limits): Router {
  const router = Router({ caseSensitive: true });
  const methodsOf = new Map<string, string[]>();
  for (const row of routes) {
    router[row.method](row.path, ...handlersOf(row, dependencies, limits));
    methodsOf.set(row.path, [...(methodsOf.get(row.path) ?? []), row.method.toUpperCase()]);
  }
  for (const [path, methods] of methodsOf) router.all(path, refuseMethod(methods));
  return router;
}

/** Said for every failure below `/api` and of the guards in front of it. */
export function restErrors(dependencies: Dependencies): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const call = response.locals['call'] as Call | undefined;
    const say = call?.say ?? sentencesIn(preferredOf(request.get('accept-language') ?? ''));
    const problem = problemOf(error, dependencies, factsOf(response).requestId);
    noteRefusal(dependencies, request, response, problem);
    const row = response.locals['route'] as Route | undefined;
    // An access token that is over is refreshed; only a refresh that fails takes the cookies away.
    if (row !== undefined && row.fromCookie !== null && problem.code === 'session_expired') {
      clearCookies(response, dependencies.config.publicUrl);
    }
    sendProblem(response, problem, say, (view) =>
      row?.errors === 'inbox' ? inboxMembers(view, dependencies.config.publicUrl) : {},
    );
  };
}

/** Anything below `/api` that no row names. */
export const unknownAddress: RequestHandler = () => {
  throw problems.notFound();
};

/** Counted per address, before anybody is known. */
const OF_STRANGERS: ReadonlySet<RowLimit> = new Set(['signIns', 'refreshes']);

/** Who is asking comes before what they say: a stranger's body is never parsed. */
function handlersOf(row: Route, dependencies: Dependencies, limits: Limits): RequestHandler[] {
  const admit: RequestHandler = async (request, response, next) => {
    response.locals['route'] = row;
    const { address } = factsOf(response);
    if (row.limit !== null && OF_STRANGERS.has(row.limit)) await limits[row.limit].take(address);
    const caller = await callerFor(row, dependencies, request);
    response.locals['call'] = callOf(request, response, caller);
    if (caller.kind === 'stranger' && row.action.permission !== 'public') {
      throw problems.notSignedIn();
    }
    const key = keyOf(caller, address);
    if (row.limit !== null && !OF_STRANGERS.has(row.limit)) await limits[row.limit].take(key);
    if (caller.kind === 'agent') await limits.agentCalls.take(key);
    else if (row.method !== 'get') await limits.writes.take(key);
    next();
  };
  const answer: RequestHandler = async (request, response) => {
    const call = response.locals['call'] as Call;
    const input = inputOf(request, row);
    if (row.lines) return sendLines(row, dependencies, call, response, input);
    const bytes = row.body === 'bytes' ? await bytesInput(request) : {};
    const output = await perform(row.action, dependencies, call, { ...bytes, ...input });
    if (row.answer === 'bytes')
      await sendBytes(response, output as Parameters<typeof sendBytes>[1]);
    else send(row, dependencies, response, output);
  };
  return row.body === 'bytes' ? [admit, answer] : [admit, ...jsonBody(), answer];
}

async function callerFor(
  row: Route,
  dependencies: Dependencies,
  request: Parameters<RequestHandler>[0],
): Promise<Caller> {
  try {
    return await callerOf(dependencies, request);
  } catch (error) {
    // Who signs in, or out, may well carry a session that has ended.
    const ended = error instanceof Problem && error.code === 'session_expired';
    if (ended && row.action.permission === 'public') return { kind: 'stranger' };
    throw error;
  }
}

function keyOf(caller: Caller, address: string): string {
  return caller.kind === 'stranger' ? `address:${address}` : callerKey(caller);
}

function send(
  row: Route,
  { config }: Dependencies,
  response: Parameters<RequestHandler>[1],
  output: unknown,
): void {
  let body = output;
  if (row.session === 'begin') {
    const { cookies, ...rest } = output as { cookies: SentCookies };
    setCookies(response, config.publicUrl, cookies);
    body = rest;
  }
  if (row.session === 'end') clearCookies(response, config.publicUrl);
  response.setHeader('Cache-Control', 'no-store');
  response.set(row.headers(output));
  const status = row.statusOf?.(output) ?? row.status;
  if (status === HTTP.noContent) response.status(status).end();
  else response.status(status).json(body);
}

function refuseMethod(methods: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.setHeader('Allow', methods.join(', '));
    throw problems.methodNotAllowed();
  };
}
