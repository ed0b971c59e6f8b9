/** Reviews: comments with their places, the drafts of them, and the threads they start. */
import { z } from 'zod';
import {
  CLAIMS_MAX,
  COMMENTS_PER_REVIEW_MAX,
  HOLD_SECONDS_MAX,
  QUOTE_CHARACTERS_MAX,
  REASONS_PER_VERDICT_MAX,
  REMARK_CHARACTERS_MAX,
} from '../gate/limits.ts';
import { DOCUMENT_STATES, THREAD_STATES, THREAD_WEIGHTS, VERDICTS } from '../gate/vocabulary.ts';
import { ApprovalsView, DocumentSummary, HeldVerdictView } from './documents.ts';
import {
  ActorView,
  documentId,
  opaqueId,
  remark,
  revisionNumber,
  text,
  time,
} from './primitives.ts';

const lineNumber = z.int().min(1).max(1_000_000);

/** What a comment is about: words of the body, lines of its source, or a claim by its number; empty: the whole. */
export const AnchorInput = z.strictObject({
  quote: text(QUOTE_CHARACTERS_MAX).optional(),
  line_from: lineNumber.optional(),
  line_to: lineNumber.optional(),
  claim: z.int().min(1).max(CLAIMS_MAX).optional(),
});
export type AnchorInput = z.infer<typeof AnchorInput>;

export const SuggestionInput = z.strictObject({
  old: text(REMARK_CHARACTERS_MAX),
  new: text(REMARK_CHARACTERS_MAX, 0),
});

export const CommentInput = z.strictObject({
  anchor: AnchorInput.optional(),
  /** The revision it was written on, where that isn't the reviewed one: a draft outlives revisions. */
  revision: revisionNumber.optional(),
  weight: z.enum(THREAD_WEIGHTS),
  text: remark,
  suggestion: SuggestionInput.optional(),
});
export type CommentInput = z.infer<typeof CommentInput>;

const comments = z.array(CommentInput).max(COMMENTS_PER_REVIEW_MAX);

/** Without a verdict only the comments are sent. */
export const ReviewDocumentInput = z.strictObject({
  document_id: documentId,
  revision: revisionNumber,
  verdict: z.enum(VERDICTS).optional(),
  summary: remark.optional(),
  reasons: z.array(remark).max(REASONS_PER_VERDICT_MAX).optional(),
  comments: comments.optional(),
  hold_seconds: z.int().min(0).max(HOLD_SECONDS_MAX).optional(),
});
export type ReviewDocumentInput = z.infer<typeof ReviewDocumentInput>;

export const DocumentReviewedView = z.strictObject({
  document: DocumentSummary,
  approvals: ApprovalsView,
  held: HeldVerdictView.nullable(),
  thread_ids: z.array(z.string()),
});

/** What a person has written and not sent. As loose as writing is: texts may still be empty. */
export const DraftContent = z.strictObject({
  revision: revisionNumber.optional(),
  summary: text(REMARK_CHARACTERS_MAX, 0).optional(),
  comments: comments.optional(),
});
export type DraftContent = z.infer<typeof DraftContent>;
export const ReadDraftInput = z.strictObject({ document_id: documentId });
export const SaveDraftInput = z.strictObject({ document_id: documentId, ...DraftContent.shape });
export const DraftView = z.strictObject({
  document_id: z.string(),
  revision: z.int().nullable(),
  summary: z.string(),
  comments: z.array(CommentInput),
  updated_at: time.nullable(),
});
export type DraftView = z.infer<typeof DraftView>;

export const ListThreadsInput = z.strictObject({
  document_id: documentId,
  /** Places are given in this revision; by default in the latest. */
  revision: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

export const ThreadView = z.strictObject({
  id: z.string(),
  /** The revision it was written on. */
  revision: z.int(),
  weight: z.enum(THREAD_WEIGHTS),
  state: z.enum(THREAD_STATES),
  /** The words it is about as they stood; null: the document as a whole. */
  quote: z.string().nullable(),
  /** Where they stand in the revision asked for. */
  line_from: z.int().nullable(),
  line_to: z.int().nullable(),
  claim: z.int().nullable(),
  /** They are gone from that revision. */
  outdated: z.boolean(),
  /** From a reviewing agent whose verdict was only advice. */
  advice: z.boolean(),
  /** The author's side is asked. */
  waits_on_author: z.boolean(),
  suggestion: SuggestionInput.nullable(),
  comments: z.array(z.strictObject({ id: z.string(), by: ActorView, at: time, text: z.string() })),
  /** What this person could do with it now. */
  may: z.strictObject({ reply: z.boolean(), mark_done: z.boolean(), resolve: z.boolean() }),
});
export type ThreadView = z.infer<typeof ThreadView>;
export const ThreadsView = z.strictObject({
  document_id: z.string(),
  revision: z.int(),
  threads: z.array(ThreadView),
});
export type ThreadsView = z.infer<typeof ThreadsView>;

export const ReplyToThreadInput = z.strictObject({ thread_id: opaqueId, text: remark });
export const SettleThreadInput = z.strictObject({ thread_id: opaqueId, text: remark.optional() });
export const ThreadChangedView = z.strictObject({
  thread_id: z.string(),
  document_id: z.string(),
  state: z.enum(THREAD_STATES),
});

/** A finding of a reviewing agent. With a negative verdict each is a reason. */
const FindingInput = z.strictObject({
  anchor: AnchorInput.omit({ line_to: true }).optional(),
  text: remark,
});

export const ReviewInput = z.strictObject({
  document_id: documentId,
  revision: revisionNumber,
  verdict: z.enum(VERDICTS),
  comment: remark.optional(),
  findings: z.array(FindingInput).max(COMMENTS_PER_REVIEW_MAX).optional(),
});
export type ReviewInput = z.infer<typeof ReviewInput>;

export const ReviewView = z.strictObject({
  document_id: z.string(),
  /** False: advice, and a person decides. */
  counts: z.boolean(),
  state: z.enum(DOCUMENT_STATES),
  replayed: z.boolean(),
  next: z.string(),
});
export type ReviewView = z.infer<typeof ReviewView>;
