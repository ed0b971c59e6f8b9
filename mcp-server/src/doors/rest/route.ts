/** What one row of the table of routes says. */
import type { AnyAction } from '../any-action.ts';
import { HTTP } from '../http-status.ts';
import type { RowLimit } from '../limits.ts';
import type { CookieName } from '../session-cookies.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface CookieInput {
  readonly member: string;
  readonly cookie: CookieName;
}

export interface RouteOptions {
  /** Said on success; by default 201 for what a post makes, 204 for a delete, 200 else. */
  readonly status?: number;
  /** `begin`: the answer's `cookies` are set and leave the body. `end`: all are cleared. */
  readonly session?: 'begin' | 'end';
  /** The answer's `entries`, a line of JSON each, and so on with its `cursor` until there is none. */
  readonly lines?: boolean;
  /** The member of the input that a cookie fills, and nothing else can. */
  readonly fromCookie?: CookieInput;
  /** The brake it is counted with, beside those of every call. */
  readonly limit?: RowLimit;
  /** Where it depends on the answer. */
  readonly statusOf?: (answer: unknown) => number;
  /** `inbox`: errors carry the older system's members beside ours. */
  readonly errors?: 'inbox';
  /** `bytes`: the body is handed on as it comes, as `content`. */
  readonly body?: 'bytes';
  /** `bytes`: the answer's `content` is sent as it comes. */
  readonly answer?: 'bytes';
  /** Said of the answer in headers too. */
  readonly headers?: (answer: never) => Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: Method;
  /** Below `/api/v1`, with `:names` in camelCase. */
  readonly path: string;
  readonly action: AnyAction;
  readonly status: number;
  readonly session: 'begin' | 'end' | null;
  readonly lines: boolean;
  readonly fromCookie: CookieInput | null;
  readonly limit: RowLimit | null;
  readonly statusOf: ((answer: unknown) => number) | null;
  readonly errors: 'inbox' | null;
  readonly body: 'json' | 'bytes';
  readonly answer: 'json' | 'bytes';
  readonly headers: (answer: unknown) => Readonly<Record<string, string>>;
}

export function route(
  method: Method,
  path: string,
  action: AnyAction,
  options: RouteOptions = {},
): Route {
  return {
    method,
    path,
    action,
    status: options.status ?? (method === 'delete' ? HTTP.noContent : HTTP.ok),
    session: options.session ?? null,
    lines: options.lines ?? false,
    fromCookie: options.fromCookie ?? null,
    limit: options.limit ?? null,
    statusOf: options.statusOf ?? null,
    errors: options.errors ?? null,
    body: options.body ?? 'json',
    answer: options.answer ?? 'json',
    // A row's headers are written for its own action's answer, which the table can't say.
    headers: (options.headers as Route['headers'] | undefined) ?? (() => ({})),
  };
}
