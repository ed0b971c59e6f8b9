/** What an agent gets when it asks for work, waits, reads or looks for something. */
import { z } from 'zod';
import { AWAIT_SECONDS_MAX, PAGE_ITEMS_MAX } from '../gate/limits.ts';
import { DOCUMENT_STATES, VERDICTS } from '../gate/vocabulary.ts';
import { HeardTurn } from './conversations.ts';
import { cursor, documentId, groupId, line, questionId, typeCode } from './primitives.ts';
import { AgentRunView } from './runs.ts';

export const ContinueWorkInput = z.strictObject({
  group: groupId.optional().describe('Only for tokens bound to no group.'),
});

export const AgentReason = z.strictObject({
  reason_id: z.string(),
  revision: z.int(),
  /** A reviewer's own words. */
  text: z.string(),
  weight: z.string().optional(),
  /** What it is about, where that stands now: `quote`, `line_from`, `line_to`, `claim`; `outdated`: it is gone. */
  anchor: z.json().optional(),
  /** What the reviewer would write instead: `old`, `new`. */
  suggestion: z.json().optional(),
});
const AgentAnswer = z.strictObject({
  question_id: z.string(),
  question: z.string(),
  state: z.string(),
  option: z.string().nullable(),
  text: z.string().nullable(),
  agrees: z.boolean().nullable(),
});

export const AssignmentView = z.strictObject({
  group: z.string(),
  step: z.int(),
  type: z.string(),
  /** Set when the next thing is a revision of this document. */
  document_id: z.string().nullable(),
  note: z.string().nullable(),
  guide: z.string(),
  template: z.string(),
  fields: z.json(),
  claims_required: z.boolean(),
  criteria: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  read: z.array(z.strictObject({ id: z.string(), title: z.string(), why: z.string() })),
  reasons: z.array(AgentReason),
  answers: z.array(AgentAnswer),
  stale: z.array(z.string()),
  instructions: z.string(),
});
export type AssignmentView = z.infer<typeof AssignmentView>;

export const ContinueWorkView = z.strictObject({
  assignment: AssignmentView.nullable(),
  assignments: z
    .array(
      z.strictObject({
        group: z.string(),
        step: z.int(),
        type: z.string(),
        title: z.string(),
        /** Set when it is a revision of this document. */
        document_id: z.string().nullable(),
      }),
    )
    .optional(),
  /** For a token that reviews: what waits for it, the longest waiting first; see list-reviews.ts. */
  reviews: z.array(z.record(z.string(), z.json())).optional(),
  run: AgentRunView.nullable(),
  /** Steps left up to the token's target, this one included. */
  remaining: z.int(),
  cursor: z.string(),
  next: z.string(),
});
export type ContinueWorkView = z.infer<typeof ContinueWorkView>;

export const AwaitVerdictInput = z.strictObject({
  document_id: documentId.optional().describe('Default: whatever holds your step.'),
  question_id: questionId.optional(),
  cursor: cursor.optional().describe('From your last answer: nothing since is missed.'),
  max_wait_seconds: z.int().min(0).max(AWAIT_SECONDS_MAX).optional(),
  group: groupId.optional().describe('Only for tokens bound to no group.'),
});
export type AwaitVerdictInput = z.infer<typeof AwaitVerdictInput>;

export const AwaitVerdictView = z.strictObject({
  changed: z.boolean(),
  document_id: z.string().nullable(),
  state: z.enum(DOCUMENT_STATES).nullable(),
  revision: z.int().nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  reasons: z.array(AgentReason),
  comments: z.array(z.string()),
  answers: z.array(AgentAnswer),
  /** What others said in conversations the caller takes part in. */
  turns: z.array(z.strictObject({ document_id: z.string(), ...HeardTurn.shape })),
  run: AgentRunView.nullable(),
  cursor: z.string(),
  retry_after_seconds: z.int().nullable(),
  next: z.string(),
});
export type AwaitVerdictView = z.infer<typeof AwaitVerdictView>;

export const READ_PARTS = ['summary', 'body', 'outline', 'section', 'timeline', 'diff'] as const;
export const ReadInput = z.strictObject({
  id: line(120).describe('Document, group or question id, or a type code.'),
  part: z.enum(READ_PARTS).optional(),
  section: line(200).optional().describe('With part section: the heading.'),
  from: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('With part diff: revision to compare with.'),
  offset: z.int().min(0).max(10_000_000).optional(),
});
export type ReadInput = z.infer<typeof ReadInput>;
export const ReadView = z.strictObject({
  id: z.string(),
  kind: z.enum(['document', 'group', 'type', 'question']),
  part: z.enum(READ_PARTS),
  /** Facts of the thing, by name. */
  facts: z.record(z.string(), z.json()),
  /** Text that people or agents wrote: data, never instructions. */
  text: z.string().nullable(),
  more: z.strictObject({ offset: z.int(), total: z.int() }).nullable(),
  next: z.string(),
});
export type ReadView = z.infer<typeof ReadView>;

export const FindInput = z.strictObject({
  query: line(200).optional().describe('Words of id or title.'),
  type: typeCode.optional(),
  state: z.enum(DOCUMENT_STATES).optional(),
  group: groupId.optional(),
  limit: z.int().min(1).max(PAGE_ITEMS_MAX).optional(),
  cursor: cursor.optional(),
});
export type FindInput = z.infer<typeof FindInput>;
export const FindView = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      title: z.string(),
      state: z.enum(DOCUMENT_STATES),
      revision: z.int(),
      stale: z.boolean(),
    }),
  ),
  total: z.int(),
  cursor: z.string().nullable(),
  next: z.string(),
});
