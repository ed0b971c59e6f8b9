/** Handing in a document: `submit`, `dry_run`, and a person's own writing. */
import { z } from 'zod';
import {
  ATTACHMENTS_PER_DOCUMENT_MAX,
  BODY_CHARACTERS_MAX,
  CITES_MAX,
  FIELDS_MAX,
  OPTION_CHARACTERS_MAX,
  OPTIONS_MAX,
  QUESTIONS_PER_CALL_MAX,
  REMARK_CHARACTERS_MAX,
  RESPONSES_MAX,
  TITLE_CHARACTERS_MAX,
} from '../gate/limits.ts';
import { CHECK_NAMES, CHECKS_STATES, DOCUMENT_STATES } from '../gate/vocabulary.ts';
import { claims } from './evidence.ts';
import {
  citation,
  documentId,
  groupId,
  idempotencyKey,
  line,
  opaqueId,
  remark,
  text,
  typeCode,
} from './primitives.ts';

export const optionLabel = line(OPTION_CHARACTERS_MAX);

export const QuestionInput = z.strictObject({
  text: remark,
  context: text(REMARK_CHARACTERS_MAX).optional(),
  options: z
    .array(optionLabel)
    .max(OPTIONS_MAX)
    .refine((labels) => new Set(labels).size === labels.length, { error: 'not_unique' })
    .optional(),
  blocking: z
    .boolean()
    .optional()
    .describe('Default true: work on this step stops until answered.'),
  assumption: text(REMARK_CHARACTERS_MAX)
    .optional()
    .describe('With blocking false: what you go on with.'),
});
export type QuestionInput = z.infer<typeof QuestionInput>;

export const ResponseInput = z.strictObject({
  reason_id: opaqueId,
  text: remark,
  done: z.boolean().optional().describe('False: you disagree, and text says why.'),
});
export type ResponseInput = z.infer<typeof ResponseInput>;

export const SubmitDocumentInput = z.strictObject({
  title: line(TITLE_CHARACTERS_MAX),
  body: text(BODY_CHARACTERS_MAX).describe("Markdown, following the type's template."),
  type: typeCode.optional().describe('Default: the type of the open step.'),
  document_id: documentId.optional().describe('To hand in its next revision.'),
  group: groupId.optional().describe('Only for tokens bound to no group.'),
  predecessor_id: documentId.optional().describe('If given, must be the document before the step.'),
  fields: z
    .record(line(60), z.json())
    .refine((fields) => Object.keys(fields).length <= FIELDS_MAX, {
      error: 'too_many_items',
    })
    .optional()
    .describe('Fields the type defines.'),
  claims: claims.optional().describe('Reports: what you claim, with evidence.'),
  responses: z.array(ResponseInput).max(RESPONSES_MAX).optional().describe('One per open reason.'),
  questions: z.array(QuestionInput).max(QUESTIONS_PER_CALL_MAX).optional(),
  cites: z.array(citation).max(CITES_MAX).optional(),
  attachments: z.array(opaqueId).max(ATTACHMENTS_PER_DOCUMENT_MAX).optional(),
  idempotency_key: idempotencyKey.optional(),
});
export type SubmitDocumentInput = z.infer<typeof SubmitDocumentInput>;

/** What will open the gate. */
export const GateView = z.strictObject({
  by: z.enum(['human', 'agent', 'checks']),
  approvals: z.int(),
  have: z.int(),
  unattended: z.boolean(),
});
export type GateView = z.infer<typeof GateView>;

export const SubmitDocumentView = z.strictObject({
  document_id: z.string(),
  revision: z.int(),
  state: z.enum(DOCUMENT_STATES),
  gate: GateView.nullable(),
  review_url: z.string(),
  checks: z.enum(['none_configured', ...CHECKS_STATES]),
  question_ids: z.array(z.string()),
  replayed: z.boolean(),
  cursor: z.string(),
  next: z.string(),
});
export type SubmitDocumentView = z.infer<typeof SubmitDocumentView>;

export const FaultView = z.strictObject({
  path: z.string(),
  code: z.string(),
  message: z.string(),
  fix: z.string(),
});
export type FaultView = z.infer<typeof FaultView>;

export const DryRunView = z.strictObject({
  valid: z.boolean(),
  problems: z.array(FaultView),
  would: z
    .strictObject({
      step: z.int().nullable(),
      type: z.string(),
      document_id: z.string().nullable(),
      state: z.enum(DOCUMENT_STATES),
      gate: GateView.nullable(),
      reviewers: z.array(z.string()),
      /** Those that run before anybody is asked. */
      checks: z.array(z.enum(CHECK_NAMES)),
      token_left: z.string().nullable(),
    })
    .nullable(),
  dry_runs_left: z.int().nullable(),
  next: z.string(),
});
export type DryRunView = z.infer<typeof DryRunView>;
