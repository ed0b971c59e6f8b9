/** The agents' HTTP inbox, in the wire form of the system this one follows, and what it says of itself. */
import { z } from 'zod';
import {
  BODY_CHARACTERS_MAX,
  CITES_MAX,
  COMMENTS_PER_REVIEW_MAX,
  OPTIONS_MAX,
  QUESTIONS_PER_CALL_MAX,
  RESPONSES_MAX,
  TITLE_CHARACTERS_MAX,
} from '../gate/limits.ts';
import { claims } from './evidence.ts';
import {
  documentId,
  idempotencyKey,
  line,
  opaqueId,
  projectSlug,
  remark,
  revisionNumber,
  text,
  typeCode,
} from './primitives.ts';
import { optionLabel, ResponseInput, SubmitDocumentInput } from './submit.ts';

export const INBOX_ACTIONS = ['new', 'edit', 'review'] as const;
/** Ours: approve, request_revision. */
export const INBOX_VERDICTS = ['pass', 'issues'] as const;
export const EDIT_REASONS = ['rejected', 'qna_followup', 'user_comment', 'worker_self'] as const;

/** As written by shells and templates: true, 1, "true", "yes", "on" and their opposites. */
const flag = z.union([
  z.boolean(),
  z
    .union([z.literal([1, 0]), z.literal(['true', 'false', '1', '0', 'yes', 'no', 'on', 'off'])])
    .transform((value) => [1, 'true', '1', 'yes', 'on'].includes(value)),
]);

export const InboxQuestion = z.strictObject({
  title: line(TITLE_CHARACTERS_MAX).optional(),
  body: remark,
  options: z
    .array(z.union([optionLabel, z.strictObject({ label: optionLabel })]))
    .max(OPTIONS_MAX)
    .optional(),
  blocking: z.boolean().optional(),
  assumption: remark.optional(),
});

/** One flat object for all actions: which members belong to which is checked in the action, every fault at once. */
export const InboxInput = z.strictObject({
  action: z.enum(INBOX_ACTIONS),
  project: projectSlug,
  module: line(60).optional().describe('`none` and absence mean `default`.'),
  group_name: line(100).optional().describe('The number of the group, or its whole id.'),
  group: line(100).optional().describe('Another name of group_name.'),
  doc_type: typeCode.optional(),
  prev_doc_id: documentId.optional().describe('The root or the document before the step.'),
  target_id: documentId.optional().describe('Another name of prev_doc_id.'),
  doc_id: documentId.optional().describe('What is edited or reviewed.'),
  title: line(TITLE_CHARACTERS_MAX)
    .optional()
    .describe('Default: of the front matter, else the first heading, else the id.'),
  content: text(BODY_CHARACTERS_MAX).optional().describe('Markdown.'),
  related_doc_ids: z.array(documentId).max(CITES_MAX).optional(),
  linked_doc_id: documentId.optional(),
  questions: z.array(InboxQuestion).max(QUESTIONS_PER_CALL_MAX).optional(),
  edit_reason: z.enum(EDIT_REASONS).optional(),
  rejection_response: remark.optional().describe('Answers the only open reason.'),
  rejection_id: opaqueId.optional().describe('Which reason, where several are open.'),
  body_sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('Of content in UTF-8: a text broken on its way is refused.'),
  body_chars: z.int().min(0).max(BODY_CHARACTERS_MAX).optional(),
  verdict: z.enum(INBOX_VERDICTS).optional(),
  revision: revisionNumber.optional().describe('The revision that was read.'),
  findings: z
    .array(z.strictObject({ locus: line(200).optional(), note: remark }))
    .max(COMMENTS_PER_REVIEW_MAX)
    .optional(),
  comment: remark.optional(),
  dry_run: flag.optional(),
  fields: SubmitDocumentInput.shape.fields,
  claims: claims.optional(),
  responses: z.array(ResponseInput).max(RESPONSES_MAX).optional(),
  idempotency_key: idempotencyKey.optional(),
});
export type InboxInput = z.infer<typeof InboxInput>;

const Continuation = {
  /** Where the bearer is a continuation or worker token: what its run does next, told in the same answer. */
  continuation_done: z.boolean().optional(),
  continuation_paused: z.boolean().optional(),
  continuation_reason: z.string().nullable().optional(),
  continuation_remaining: z.int().optional(),
};

export const InboxView = z.strictObject({
  ok: z.literal(true),
  doc_id: z.string().nullable(),
  /** Bodies are kept in the database: there is no file. */
  stored_path: z.null().optional(),
  message: z.string(),
  revision_no: z.int().optional(),
  state: z.string().optional(),
  review_url: z.string().optional(),
  question_ids: z.array(z.string()).optional(),
  replayed: z.boolean().optional(),
  cursor: z.string().optional(),
  ...Continuation,
  /** Of a review: whether it counts, or is advice. */
  counts: z.boolean().optional(),
  verdict: z.enum(INBOX_VERDICTS).optional(),
  finding_count: z.int().optional(),
  dry_run: z.literal(true).optional(),
  would_register: z
    .strictObject({
      action: z.enum(INBOX_ACTIONS),
      doc_id: z.string().nullable(),
      group_name: z.string(),
      doc_type: z.string(),
      checks_passed: z.array(z.string()),
    })
    .optional(),
  dry_run_count: z.int().optional(),
  dry_run_remaining: z.int().optional(),
});
export type InboxView = z.infer<typeof InboxView>;

const HelpItem = z.strictObject({
  name: z.string(),
  summary: z.string(),
  url: z.string().nullable(),
});
export const HelpView = z.strictObject({
  ok: z.literal(true),
  endpoint: z.string(),
  authentication: z.string(),
  errors: z.string(),
  actions: z.array(z.strictObject({ action: z.string(), summary: z.string(), example: z.json() })),
  /** The same tools an MCP client has, as plain calls. */
  tools: z.array(z.strictObject({ name: z.string(), summary: z.string(), url: z.string() })),
  items: z.array(HelpItem),
  /** What this token is not shown, and why. */
  hidden: z.array(z.strictObject({ name: z.string(), reason: z.string() })),
  notes: z.array(z.string()),
});
export type HelpView = z.infer<typeof HelpView>;

export const HelpTypeInput = z.strictObject({
  code: typeCode.optional().describe('One type whole: its guide, template and fields.'),
});
export const HelpTypeView = z.strictObject({
  ok: z.literal(true),
  doc_types: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      series: z.string(),
      description: z.string(),
      claims_required: z.boolean(),
      guide: z.string().optional(),
      template: z.string().optional(),
      fields: z.json().optional(),
      next_candidates: z.array(z.string()),
      url: z.string(),
    }),
  ),
});
export const HelpQuestionView = z.strictObject({
  ok: z.literal(true),
  summary: z.string(),
  endpoint: z.string(),
  example: z.json(),
  notes: z.array(z.string()),
});
