/** Expected failures: thrown, safe to show, said by the doors in the caller's language. A Defect is anything else. */
import type { RefusalCode } from './gate/refusals.ts';
import type { Refusal } from './gate/ruling.ts';

/** One fault of an input: where, which, and its parameters (never text the caller sent). */
export interface Fault {
  /** `claims[0].evidence`, or the empty string for the whole. */
  readonly path: string;
  readonly code: FaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const FAULT_CODES = [
  'unknown_key',
  'missing',
  'wrong_type_of_value',
  'too_long',
  'too_short',
  'too_many_items',
  'not_one_of',
  'malformed',
  'not_a_number',
  'out_of_range',
  'claim_missing',
  'evidence_missing',
  'response_missing',
  'reason_unknown',
  'reason_missing',
  'anchor_unknown',
  'criterion_unknown',
  'cite_unknown',
  'secret_found',
  'field_invalid',
  'control_character',
  'unstorable',
  'depth_exceeded',
  'option_unknown',
  'agrees_missing',
  'step_unknown',
  'type_unknown',
  'preset_unknown',
  'unbounded',
  'pattern_unsafe',
  'required_unknown',
  'range_empty',
  'options_uneven',
  'not_for_series',
  'gate_needs_person',
  'type_not_a_report',
  'heading_missing',
  'question_unknown',
  'type_not_a_root',
  'type_not_a_step',
  'answer_empty',
  'person_unknown',
  'taken',
  'not_unique',
  'combination',
  'password_common',
  'address_refused',
  'content_altered',
  'member_misplaced',
  'password_wrong',
  'code_wrong',
  'password_same',
  'second_factor_on',
  'second_factor_off',
  'enrolment_over',
  'deactivated',
  'attachment_unknown',
  'attachment_unfinished',
  'hash_mismatch',
  'test_run_unreadable',
  'repository_unknown',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export const PROBLEM_CODES = [
  'body_invalid',
  'token_missing',
  'token_invalid',
  'token_placeholder',
  'token_revoked',
  'token_expired',
  'not_signed_in',
  'session_expired',
  'sign_in_failed',
  'origin_refused',
  'host_refused',
  'not_permitted',
  'not_found',
  'method_not_allowed',
  'too_large',
  'input_invalid',
  'too_many',
  'unavailable',
  'setup_link_invalid',
  'setup_done',
  'cursor_invalid',
  'last_maintainer',
  'dry_run_limit',
  'webhook_limit',
  'password_change_needed',
  'second_factor_needed',
  'link_invalid',
  'last_admin',
  'upload_offset_wrong',
  'uploads_too_many',
  'defect',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** `refused`: the gate said no, and `refusal` says why. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode | RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly faults: readonly Fault[];
  readonly refused: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ProblemCode | RefusalCode,
    more: {
      params?: Readonly<Record<string, string | number>>;
      faults?: readonly Fault[];
      refused?: boolean;
      retryAfterSeconds?: number;
      cause?: unknown;
    } = {},
  ) {
    super(code, { cause: more.cause });
    this.code = code;
    this.params = more.params ?? {};
    this.faults = more.faults ?? [];
    this.refused = more.refused ?? false;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

export const problems = {
  refused: ({ code, params }: Refusal) => new Problem(code, { params, refused: true }),
  inputInvalid: (faults: readonly Fault[]) => new Problem('input_invalid', { faults }),
  bodyInvalid: () => new Problem('body_invalid'),
  tokenMissing: () => new Problem('token_missing'),
  tokenInvalid: () => new Problem('token_invalid'),
  tokenPlaceholder: () => new Problem('token_placeholder'),
  tokenRevoked: () => new Problem('token_revoked'),
  tokenExpired: () => new Problem('token_expired'),
  notSignedIn: () => new Problem('not_signed_in'),
  sessionExpired: () => new Problem('session_expired'),
  signInFailed: () => new Problem('sign_in_failed'),
  originRefused: () => new Problem('origin_refused'),
  hostRefused: () => new Problem('host_refused'),
  notPermitted: () => new Problem('not_permitted'),
  notFound: () => new Problem('not_found'),
  methodNotAllowed: () => new Problem('method_not_allowed'),
  tooLarge: (bytes: number) => new Problem('too_large', { params: { bytes } }),
  tooMany: (retryAfterSeconds: number) =>
    new Problem('too_many', {
      retryAfterSeconds,
      params: { seconds: retryAfterSeconds },
    }),
  unavailable: (cause?: unknown) => new Problem('unavailable', { cause, retryAfterSeconds: 5 }),
  setupLinkInvalid: () => new Problem('setup_link_invalid'),
  setupDone: () => new Problem('setup_done'),
  cursorInvalid: () => new Problem('cursor_invalid'),
  lastMaintainer: () => new Problem('last_maintainer'),
  webhookLimit: (max: number) => new Problem('webhook_limit', { params: { max } }),
  dryRunLimit: (max: number) => new Problem('dry_run_limit', { params: { max } }),
  passwordChangeNeeded: () => new Problem('password_change_needed'),
  secondFactorNeeded: () => new Problem('second_factor_needed'),
  linkInvalid: () => new Problem('link_invalid'),
  lastAdmin: () => new Problem('last_admin'),
  uploadOffsetWrong: (offset: number) => new Problem('upload_offset_wrong', { params: { offset } }),
  uploadsTooMany: (max: number) => new Problem('uploads_too_many', { params: { max } }),
} as const;

/** One fault as a Problem of its own. */
export function faultAt(path: string, code: FaultCode, params: Fault['params'] = {}): Problem {
  return problems.inputInvalid([{ path, code, params }]);
}
