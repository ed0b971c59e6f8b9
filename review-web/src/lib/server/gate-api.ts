import { type RequestEvent, redirect } from '@sveltejs/kit';
import { paths } from '../paths.ts';
import { type ApiAnswer, apiCallOf } from './api-call.ts';
import { isRemoval, mergeCookieHeader, parseSetCookie, type SetCookie } from './cookie-jar.ts';
import { GateProblem, readProblem } from './gate-problem.ts';

/** What an answer must look like: any schema of `@flowgate/server/contracts`. */
export interface Contract<T> {
  parse(value: unknown): T;
}

export type Query = Record<string, string | number | boolean | undefined>;

/** For answers whose body nobody reads (204, or only success matters). */
export const nothing: Contract<void> = { parse: () => undefined };

/** The REST API as one page's request sees it. Throws GateProblem; a lost session goes to sign-in. */
export interface GateApi {
  get<T>(path: string, contract: Contract<T>, query?: Query): Promise<T>;
  post<T>(path: string, contract: Contract<T>, body?: unknown): Promise<T>;
  put<T>(path: string, contract: Contract<T>, body?: unknown): Promise<T>;
  patch<T>(path: string, contract: Contract<T>, body?: unknown): Promise<T>;
  delete<T>(path: string, contract: Contract<T>): Promise<T>;
}

/** The server's name for it: whether there is one says whether refreshing can help. */
const REFRESH_COOKIE = 'flowgate_refresh';

/** Cookies the API changed during one browser request. */
const changesOf = new WeakMap<Request, SetCookie[]>();

/**
 * The client for this browser request: its cookies, its address, its language. `asNobody` leaves the
 * cookies out, so that a session that is over cannot stand in the way of a new one; `asIs` sends them, and
 * throws what is said of them, for whoever is only half signed in.
 */
export function gate(event: RequestEvent, { asNobody = false, asIs = false } = {}): GateApi {
  const call = <T>(method: string, path: string, contract: Contract<T>, body?: unknown) =>
    callApi({ event, asNobody, asIs }, method, `/api/v1${path}`, contract, body);
  return {
    get: (path, contract, query) => call('GET', withQuery(path, query), contract),
    post: (path, contract, body) => call('POST', path, contract, body ?? {}),
    put: (path, contract, body) => call('PUT', path, contract, body ?? {}),
    patch: (path, contract, body) => call('PATCH', path, contract, body ?? {}),
    delete: (path, contract) => call('DELETE', path, contract),
  };
}

function withQuery(path: string, query: Query | undefined): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

interface Caller {
  event: RequestEvent;
  asNobody: boolean;
  asIs: boolean;
}

async function callApi<T>(
  caller: Caller,
  method: string,
  path: string,
  contract: Contract<T>,
  body: unknown,
): Promise<T> {
  let answer = await send(caller, method, path, body);
  if (answer.status === 401 && (await refreshed(caller))) {
    answer = await send(caller, method, path, body);
  }
  if (answer.status === 401 && !caller.asNobody && !caller.asIs)
    redirect(303, paths.signIn(whereTo(caller.event)));
  if (answer.status >= 400) throw readProblem(answer.status, answer.body);
  return contract.parse(answer.body === '' ? undefined : JSON.parse(answer.body));
}

/** One refresh for all the calls of one browser request; true when it is worth calling again. */
const refreshOf = new WeakMap<Request, Promise<boolean>>();

/** The access cookie lives for minutes, the refresh cookie for days: nobody notices the change of the first. */
function refreshed(caller: Caller): Promise<boolean> {
  const { event, asNobody, asIs } = caller;
  if (asNobody || asIs || !event.cookies.get(REFRESH_COOKIE)) return Promise.resolve(false);
  const running = refreshOf.get(event.request);
  if (running !== undefined) return running;
  const refresh = send(caller, 'POST', '/api/v1/auth/refresh', {}).then(
    ({ status }) => status === 200,
    () => false,
  );
  refreshOf.set(event.request, refresh);
  return refresh;
}

/** Back to the page after sign-in; a form's target is not a page of its own. */
function whereTo(event: RequestEvent): string {
  return event.request.method === 'GET'
    ? event.url.pathname + event.url.search
    : event.url.pathname;
}

async function send(
  caller: Caller,
  method: string,
  path: string,
  body: unknown,
): Promise<ApiAnswer> {
  const { event } = caller;
  const headers = headersFor(caller);
  if (body !== undefined) headers['content-type'] = 'application/json';
  let answer: ApiAnswer;
  try {
    answer = await apiCallOf(event)({
      method,
      path,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw Object.assign(readProblem(503, ''), { cause });
  }
  handCookiesBack(event, answer);
  return answer;
}

/** Locks, limits and session lists must see the person's browser, not this server. */
function headersFor({ event, asNobody }: Caller): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': event.locals.language,
    'x-forwarded-for': event.getClientAddress(),
  };
  for (const name of ['origin', 'host', 'user-agent', 'x-request-id']) {
    const value = event.request.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  const sent = event.request.headers.get('cookie') ?? '';
  const cookie = mergeCookieHeader(sent, changesOf.get(event.request) ?? [], new Date());
  if (cookie !== '' && !asNobody) headers['cookie'] = cookie;
  // Browsers send no Origin with a reading, and a reading may need a refresh, which is a change.
  if (headers['origin'] === undefined) headers['x-flowgate-client'] = 'review-web';
  return headers;
}

function handCookiesBack(event: RequestEvent, answer: ApiAnswer): void {
  const changes = changesOf.get(event.request) ?? [];
  changesOf.set(event.request, changes);
  const lines = answer.headers['set-cookie'] ?? [];
  for (const line of typeof lines === 'string' ? [lines] : lines) {
    const cookie = parseSetCookie(line);
    if (!cookie) continue;
    changes.push(cookie);
    event.cookies.set(cookie.name, isRemoval(cookie, new Date()) ? '' : cookie.value, {
      path: cookie.path,
      httpOnly: cookie.httpOnly,
      secure: cookie.secure,
      encode: (value) => value,
      ...(cookie.sameSite === undefined ? {} : { sameSite: cookie.sameSite }),
      ...(cookie.maxAgeSeconds === undefined ? {} : { maxAge: cookie.maxAgeSeconds }),
      ...(cookie.expires === undefined ? {} : { expires: cookie.expires }),
    });
  }
}

export { GateProblem };
