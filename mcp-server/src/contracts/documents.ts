/** A document as people and agents see it, and the verdicts on it. */
import { z } from 'zod';
import { HOLD_SECONDS_MAX, STEPS_MAX } from '../gate/limits.ts';
import { DOCUMENT_STATES, SERIES, VERBS } from '../gate/vocabulary.ts';
import { ChecksView, ClaimView, FileView, ObservedView } from './evidence.ts';
import {
  ActorView,
  documentId,
  groupId,
  opaqueId,
  RefusalView,
  remark,
  revisionNumber,
  time,
} from './primitives.ts';
import { QuestionView } from './questions.ts';
import { SubmitDocumentInput } from './submit.ts';

/** A document in a list or a sequence. */
export const DocumentSummary = z.strictObject({
  id: z.string(),
  group_id: z.string(),
  type: z.string(),
  series: z.enum(SERIES),
  title: z.string(),
  state: z.enum(DOCUMENT_STATES),
  revision: z.int(),
  stale: z.boolean(),
  step_number: z.int().nullable(),
  author: ActorView,
  created_at: time,
  changed_at: time,
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

export const ApprovalsView = z.strictObject({ have: z.int(), need: z.int() });

export const ReasonView = z.strictObject({
  id: z.string(),
  number: z.int(),
  revision: z.int(),
  by: ActorView,
  at: time,
  text: z.string(),
  thread: z.string().optional(),
  response: z
    .strictObject({
      text: z.string(),
      done: z.boolean(),
      revision: z.int(),
      at: time,
    })
    .optional(),
});
export type ReasonView = z.infer<typeof ReasonView>;

export const VerdictView = z.strictObject({
  id: z.string(),
  verb: z.enum(['approve', 'request_revision', 'reject', 'reopen', 'confirm']),
  revision: z.int(),
  by: ActorView,
  at: time,
  comment: z.string().nullable(),
  /** `policy:run` or `policy:checks`: not read by a person. */
  policy: z.string().nullable(),
  own_work: z.boolean(),
  counts: z.boolean(),
  voided: z.boolean(),
  /** Who read afterwards what a policy had approved. */
  read: z.strictObject({ by: z.string(), at: time }).nullable(),
});
export type VerdictView = z.infer<typeof VerdictView>;

/** One verb as the gate would rule it for this caller now. */
export const OfferView = z.strictObject({
  verb: z.enum(VERBS),
  allowed: z.boolean(),
  refusal: RefusalView.optional(),
});
export type OfferView = z.infer<typeof OfferView>;

export const RevisionSummary = z.strictObject({
  number: z.int(),
  hash: z.string(),
  author: ActorView,
  at: time,
});

export const HeldVerdictView = z.strictObject({
  id: z.string(),
  verb: z.enum(['approve', 'request_revision']),
  revision: z.int(),
  by: ActorView,
  due_at: time,
  mine: z.boolean(),
});

/** The sequence a work plan would make, beside the one there is. */
export const PlanView = z.strictObject({
  /** The version it was written for, and the one there is now: another means that approving it is refused. */
  version: z.int().nullable(),
  latest: z.int(),
  proposed: z.array(
    z.strictObject({
      number: z.int(),
      type: z.string(),
      note: z.string().nullable(),
      /** It is in the sequence already, and keeps its note, tokens and questions. */
      kept: z.boolean(),
      /** A document fills it. */
      filled: z.boolean(),
    }),
  ),
  present: z.array(
    z.strictObject({
      number: z.int(),
      type: z.string(),
      note: z.string().nullable(),
      filled: z.boolean(),
      /** The plan takes it out. */
      removed: z.boolean(),
    }),
  ),
  /** Why it can't become the sequence as things stand. */
  refusal: RefusalView.nullable(),
});
export type PlanView = z.infer<typeof PlanView>;

export const DocumentView = z.strictObject({
  document: DocumentSummary,
  group: z.strictObject({
    id: z.string(),
    title: z.string(),
    project: z.string(),
    state: z.string(),
  }),
  /** Written by the server: what this is and how much of it can be believed. */
  headline: z.string(),
  body: z.string(),
  fields: z.record(z.string(), z.json()),
  fields_schema: z.json().describe('At the version of its type that it is judged under.'),
  claims: z.array(ClaimView),
  checks: ChecksView,
  /** What CI saw itself of the latest revision. */
  observed: z.array(ObservedView),
  attachments: z.array(FileView),
  cites: z.array(z.string()),
  assumptions: z.array(z.string()),
  /** Only of a work plan that isn't approved yet. */
  plan: PlanView.nullable(),
  verdicts: z.array(OfferView),
  approvals: ApprovalsView,
  judgements: z.array(VerdictView),
  held: z.array(HeldVerdictView),
  reasons: z.array(ReasonView),
  questions: z.array(QuestionView),
  revisions: z.array(RevisionSummary),
  /** Ids of the reopened documents that made it stale. */
  stale_because: z.array(z.string()),
  /** The newest revision this person has judged, for "since my last review". */
  judged_revision: z.int().nullable(),
  /** Ids and names; whose turn it is. */
  waiting_for: z.array(z.strictObject({ who: z.string(), reason: z.string(), since: time })),
  previous_id: z.string().nullable(),
  next_id: z.string().nullable(),
});
export type DocumentView = z.infer<typeof DocumentView>;

export const ReadDocumentInput = z.strictObject({ document_id: documentId });
export const ReadRevisionInput = z.strictObject({
  document_id: documentId,
  revision: z.coerce.number().int().min(1).max(1_000_000),
});
export const RevisionView = z.strictObject({
  document_id: z.string(),
  revision: RevisionSummary,
  title: z.string(),
  body: z.string(),
  fields: z.record(z.string(), z.json()),
  claims: z.array(ClaimView),
  attachments: z.array(FileView),
  cites: z.array(z.string()),
});
export type RevisionView = z.infer<typeof RevisionView>;

const onRevision = { document_id: documentId, revision: revisionNumber };
const hold = z.int().min(0).max(HOLD_SECONDS_MAX).optional();

export const ApproveDocumentInput = z.strictObject({
  ...onRevision,
  comment: remark.optional(),
  hold_seconds: hold,
});
/** `reason` for one, `reasons` for several: the agent answers each by its id. */
export const ReasonedInput = z.strictObject({
  ...onRevision,
  reason: remark.optional(),
  reasons: z.array(remark).max(50).optional(),
  comment: remark.optional(),
});
export const RequestRevisionInput = z.strictObject({
  ...ReasonedInput.shape,
  hold_seconds: hold,
});
export const ConfirmDocumentInput = z.strictObject({
  ...onRevision,
  comment: remark.optional(),
});
export const ReadAfterwardsInput = z.strictObject(onRevision);
/** Several stale documents of one group at once, each on the revision that was read. */
export const ConfirmDocumentsInput = z.strictObject({
  group_id: groupId,
  documents: z.array(z.strictObject(onRevision)).min(1).max(STEPS_MAX),
  comment: remark.optional(),
});
export const DocumentsConfirmedView = z.strictObject({ confirmed: z.array(z.string()) });
export const WithdrawDocumentInput = z.strictObject(onRevision);
export const UndoVerdictInput = z.strictObject({ verdict_id: opaqueId });
export const DocumentChangedView = z.strictObject({
  document: DocumentSummary,
  approvals: ApprovalsView,
  held: HeldVerdictView.nullable(),
});

/** A person's own writing: a document at the head, or the next revision of one. */
export const WriteDocumentInput = z.strictObject({
  ...SubmitDocumentInput.shape,
});

export const RedactRevisionInput = z.strictObject({
  document_id: documentId,
  revision: z.coerce.number().int().min(1).max(1_000_000),
  /** Kept beside the revision and shown in place of its text. */
  reason: remark,
});
export const RevisionRedactedView = z.strictObject({
  document_id: z.string(),
  revision: z.int(),
  redacted_at: time,
});
