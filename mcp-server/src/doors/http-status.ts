/** The only file with HTTP numbers: which status each failure and each success has. */
import type { Problem, ProblemCode } from '../problems.ts';

export const HTTP = {
  ok: 200,
  created: 201,
  accepted: 202,
  noContent: 204,
  badRequest: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  requestTimeout: 408,
  conflict: 409,
  tooLarge: 413,
  unsupportedMediaType: 415,
  invalid: 422,
  tooMany: 429,
  headersTooLarge: 431,
  defect: 500,
  unavailable: 503,
} as const;

const STATUS_OF_PROBLEM: Readonly<Record<ProblemCode, number>> = {
  body_invalid: HTTP.badRequest,
  cursor_invalid: HTTP.badRequest,
  setup_link_invalid: HTTP.badRequest,
  link_invalid: HTTP.badRequest,
  token_missing: HTTP.unauthorized,
  token_invalid: HTTP.unauthorized,
  token_placeholder: HTTP.unauthorized,
  token_revoked: HTTP.unauthorized,
  token_expired: HTTP.unauthorized,
  not_signed_in: HTTP.unauthorized,
  session_expired: HTTP.unauthorized,
  sign_in_failed: HTTP.unauthorized,
  origin_refused: HTTP.forbidden,
  host_refused: HTTP.forbidden,
  not_permitted: HTTP.forbidden,
  password_change_needed: HTTP.forbidden,
  second_factor_needed: HTTP.forbidden,
  not_found: HTTP.notFound,
  method_not_allowed: HTTP.methodNotAllowed,
  setup_done: HTTP.conflict,
  last_maintainer: HTTP.conflict,
  last_admin: HTTP.conflict,
  upload_offset_wrong: HTTP.conflict,
  uploads_too_many: HTTP.conflict,
  too_large: HTTP.tooLarge,
  input_invalid: HTTP.invalid,
  too_many: HTTP.tooMany,
  dry_run_limit: HTTP.tooMany,
  webhook_limit: HTTP.conflict,
  unavailable: HTTP.unavailable,
  defect: HTTP.defect,
};

/** Every refusal of the gate is a conflict: the request was fine, the state of the work says no. */
export function statusOf(problem: Problem): number {
  return problem.refused ? HTTP.conflict : STATUS_OF_PROBLEM[problem.code as ProblemCode];
}
