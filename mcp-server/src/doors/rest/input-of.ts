/** One rule for every route: query, then body, then the path's own names, each in snake_case; later ones win. */
import type { Request } from 'express';
import { problems } from '../../problems.ts';
import { membersOf } from '../any-action.ts';
import { cookiesOf } from '../session-cookies.ts';
import type { Route } from './route.ts';

/** Throws `body_invalid` for a body that is no object. */
export function inputOf(request: Request, route: Route): Record<string, unknown> {
  const input: Record<string, unknown> = { ...request.query, ...bodyOf(request.body) };
  for (const [name, value] of Object.entries(request.params)) input[snakeCase(name)] = value;
  const key = request.get('idempotency-key');
  if (key !== undefined && 'idempotency_key' in membersOf(route.action)) {
    input['idempotency_key'] ??= key;
  }
  if (route.fromCookie !== null) {
    const { member, cookie } = route.fromCookie;
    const sent = cookiesOf(request)[cookie];
    // What only a cookie may bring was not brought: as good as a session that is over.
    if (sent === undefined) throw problems.sessionExpired();
    input[member] = sent;
  }
  return input;
}

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function bodyOf(body: unknown): object {
  if (body === undefined) return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw problems.bodyInvalid();
  return body;
}
