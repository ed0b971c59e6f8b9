/** Whatever was thrown, as something that may be said: a Problem as it is, anything else as a reference into the log. */

import type { Dependencies } from '../dependencies.ts';
import { Problem, problems } from '../problems.ts';
import { isUnavailable } from './is-unavailable.ts';

/** A Defect's text stays in the log: it may hold anything, a password of the database too. */
export function problemOf(
  error: unknown,
  dependencies: Pick<Dependencies, 'log'>,
  requestId: string,
): Problem {
  if (error instanceof Problem) return error;
  if (isUnavailable(error)) {
    dependencies.log.warn({ err: error, request_id: requestId }, 'database away');
    return problems.unavailable(error);
  }
  dependencies.log.error({ err: error, request_id: requestId }, 'defect');
  return new Problem('defect', { params: { reference: requestId }, cause: error });
}
