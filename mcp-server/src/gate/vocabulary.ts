/** The words of the domain, each once. Everything else (schemas, columns, screens) derives from these lists. */

export const DOCUMENT_STATES = [
  'in_review',
  'revision_requested',
  'approved',
  'rejected',
  'withdrawn',
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** Where a step stands, as it follows from its document: `open` is the empty head, `pending` one whose turn hasn't come. */
export const STEP_STATES = [
  'pending',
  'open',
  'in_review',
  'revision_requested',
  'rejected',
  'approved',
] as const;

/** What may be done to a document. `confirm` keeps the state: it lifts a stale mark. */
export const VERBS = [
  'submit',
  'approve',
  'request_revision',
  'reject',
  'withdraw',
  'reopen',
  'confirm',
] as const;
export type Verb = (typeof VERBS)[number];

/** The three verdicts of the gate. */
export const VERDICTS = ['approve', 'request_revision', 'reject'] as const;
export type VerdictVerb = (typeof VERDICTS)[number];

export const SERIES = [
  'root',
  'instruction',
  'report',
  'design',
  'plan',
  'conversation',
  'memo',
  'closing',
] as const;
export type Series = (typeof SERIES)[number];

/** What a type that people add may be; the other series are what the server itself does something with. */
export const OWN_SERIES = [
  'root',
  'instruction',
  'report',
  'design',
] as const satisfies readonly Series[];

export const GROUP_STATES = ['open', 'completed', 'discarded'] as const;
export type GroupState = (typeof GROUP_STATES)[number];

export const ROLES = ['viewer', 'author', 'reviewer', 'maintainer'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = [
  'read',
  'submit',
  'dry_run',
  'clarify',
  'converse',
  'continue',
  'plan',
  'review',
  'answer',
  'observe',
] as const;
export type Scope = (typeof SCOPES)[number];

/** What an author's token carries by default. */
export const AUTHOR_SCOPES = [
  'read',
  'submit',
  'dry_run',
  'clarify',
  'converse',
  'continue',
] as const satisfies readonly Scope[];

export const TOKEN_KINDS = ['step', 'continuation', 'worker', 'ci'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** Revoked and expired are facts of time and of people, kept apart: only those two are refused at the door. */
export const TOKEN_STATES = ['live', 'spent', 'ended'] as const;
export type TokenState = (typeof TOKEN_STATES)[number];

export const RUN_MODES = ['supervised', 'review', 'unattended'] as const;
export type RunMode = (typeof RUN_MODES)[number];

export const RUN_STATES = ['working', 'waiting', 'paused', 'ended'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Every reason a run is not working, with the state it stands for. */
export const RUN_REASONS = {
  waiting_for_verdict: 'waiting',
  question_open: 'waiting',
  checks_running: 'waiting',
  sequence_undecided: 'waiting',
  not_yours: 'waiting',
  paused_by_person: 'paused',
  clarification_open: 'paused',
  checks_failed: 'paused',
  step_limit: 'paused',
  revision_limit: 'paused',
  time_limit: 'paused',
  no_change: 'paused',
  target_reached: 'ended',
  rejected: 'ended',
  stopped_by_person: 'ended',
  token_expired: 'ended',
  token_revoked: 'ended',
  issuer_lost_right: 'ended',
  group_closed: 'ended',
} as const satisfies Record<string, Exclude<RunState, 'working'>>;
export type RunReason = keyof typeof RUN_REASONS;

export const GATE_OPENERS = ['human', 'agent', 'checks'] as const;
export type GateOpener = (typeof GATE_OPENERS)[number];

export const QUESTION_STATES = ['open', 'answered', 'withdrawn', 'dismissed'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export const EVIDENCE_KINDS = [
  'commit',
  'diff',
  'command',
  'test_run',
  'file',
  'url',
  'note',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** How far a piece of evidence, or a whole claim, can be believed. */
export const EVIDENCE_STANDINGS = ['verified', 'contradicted', 'unverified', 'outdated'] as const;
export type EvidenceStanding = (typeof EVIDENCE_STANDINGS)[number];

/** The named checks. Each rests on what the server or CI saw itself, never on an agent's word. */
export const CHECK_NAMES = [
  'tests_pass',
  'commands_pass',
  'commit_exists',
  'diff_applies',
  'files_match',
  'claims_verified',
] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

/** One check on one revision. `missing`: nobody has observed what it rests on. */
export const CHECK_STATES = ['green', 'red', 'missing'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/**
 * All checks of a document's latest revision. `running`: the server is looking; `waiting`: a required one waits for CI;
 * `overdue`: it has waited too long; `failed`: one is red, and a person looks first.
 */
export const CHECKS_STATES = ['running', 'waiting', 'overdue', 'passed', 'failed'] as const;
export type ChecksState = (typeof CHECKS_STATES)[number];

export const THREAD_WEIGHTS = ['must', 'question', 'nit', 'praise'] as const;
export type ThreadWeight = (typeof THREAD_WEIGHTS)[number];

/** `done` is the author's word, `resolved` that of whoever raised it. */
export const THREAD_STATES = ['open', 'done', 'resolved'] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** Why reviewing agents have no more say on a document: they go in circles, and a person decides. */
export const REVIEW_STOPS = ['same_findings', 'no_change', 'round_limit'] as const;
export type ReviewStop = (typeof REVIEW_STOPS)[number];

/** Who acted. `policy` opens a gate nobody read; `system` runs timers. */
export const ACTOR_KINDS = ['person', 'token', 'policy', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Why somebody must act now. */
export const ATTENTION_REASONS = [
  'asked_to_judge',
  'resubmitted',
  'thread_open',
  'review_stopped',
  'revision_requested',
  'rejected',
  'question_open',
  'question_answered',
  'stale',
  'step_open',
  'issue_a_token',
  'sequence_undecided',
  'final_approval',
  'run_paused',
  'stand_in',
  'gate_unsatisfiable',
  'contradicted',
  'checks_failed',
  'checks_running',
] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

export const LANGUAGES = ['en', 'ko', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a field of a document may hold. */
export const FIELD_KINDS = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field's name in a document's `fields`. */
export const FIELD_NAME = /^[a-z][a-z0-9_]{0,39}$/;
/** A preset's code: `design_only`. */
export const PRESET_CODE = /^[a-z][a-z0-9_]{0,39}$/;
/** A type code: `TR`, `DB`. */
export const TYPE_CODE = /^[A-Z][A-Z0-9]{0,7}$/;
/** A project's slug: lower case, digits, `-` and `_`, never a dot: dots part the readable ids. */
export const PROJECT_SLUG = /^[a-z][a-z0-9_-]{0,39}$/;
/** `shop.default.0072` */
export const GROUP_ID = /^[a-z][a-z0-9_-]{0,39}\.[a-z][a-z0-9_-]{0,39}\.\d{4,9}$/;
/** `shop.default.0072.0002-T` */
export const DOCUMENT_ID =
  /^[a-z][a-z0-9_-]{0,39}\.[a-z][a-z0-9_-]{0,39}\.\d{4,9}\.\d{4,9}-[A-Z][A-Z0-9]{0,7}$/;

/** A document, or one turn of a conversation: `shop.default.0072.0007-CH#12`. */
export const CITATION =
  /^[a-z][a-z0-9_-]{0,39}\.[a-z][a-z0-9_-]{0,39}\.\d{4,9}\.\d{4,9}-[A-Z][A-Z0-9]{0,7}(#[1-9]\d{0,5})?$/;

const ID_DIGITS_MIN = 4;

/** `shop.default` + 72 → `shop.default.0072`. Four digits at least, more when needed. */
export function groupIdOf(moduleId: string, number: number): string {
  return `${moduleId}.${String(number).padStart(ID_DIGITS_MIN, '0')}`;
}

/** `shop.default.0072` + 2 + `T` → `shop.default.0072.0002-T`. */
export function documentIdOf(groupId: string, number: number, type: string): string {
  return `${groupId}.${String(number).padStart(ID_DIGITS_MIN, '0')}-${type}`;
}

/** How a message to a webhook stands: on its way, taken, or given up after the last attempt. */
export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
