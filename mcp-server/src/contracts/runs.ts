/** The journeys of continuation and worker tokens. */
import { z } from 'zod';
import {
  ATTENTION_REASONS,
  DOCUMENT_STATES,
  QUESTION_STATES,
  RUN_MODES,
  RUN_REASONS,
  RUN_STATES,
  STEP_STATES,
} from '../gate/vocabulary.ts';
import { cursor, opaqueId, pageLimit, projectSlug, time } from './primitives.ts';

/** A document of a run, as a digest names it. */
const RunDocumentView = z.strictObject({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  state: z.enum(DOCUMENT_STATES),
  revision: z.int(),
  stale: z.boolean(),
  /** Who or what opened its gate. */
  approved_by: z.string().nullable(),
  approved_at: time.nullable(),
  /** Who read it after a policy had approved it. */
  read_by: z.string().nullable(),
});

export const RunView = z.strictObject({
  id: z.string(),
  group_id: z.string(),
  group_title: z.string(),
  token_id: z.string(),
  token_label: z.string(),
  agent: z.string().nullable(),
  mode: z.enum(RUN_MODES),
  state: z.enum(RUN_STATES),
  reason: z.enum(Object.keys(RUN_REASONS) as [keyof typeof RUN_REASONS]).nullable(),
  /** What happened and what it means, in the reader's language. */
  message: z.string(),
  step_number: z.int().nullable(),
  target_number: z.int().nullable(),
  steps_done: z.int(),
  limits: z.strictObject({ steps: z.int(), revisions_per_step: z.int(), ends_at: time }),
  /** Documents that only a policy approved and that nobody has read since. */
  unread: z.int(),
  /** When its agent was last heard, in any call. */
  heard_at: time,
  started_at: time,
  changed_at: time,
  ended_at: time.nullable(),
  controls: z.array(z.enum(['pause', 'resume', 'stop'])),
});
export type RunView = z.infer<typeof RunView>;

export const RunInput = z.strictObject({ run_id: opaqueId });
export const RunChangedView = z.strictObject({ run: RunView });
export const ListRunsInput = z.strictObject({
  project: projectSlug.optional(),
  state: z.enum(RUN_STATES).optional(),
  limit: pageLimit.optional(),
  cursor: cursor.optional(),
});
export const RunListView = z.strictObject({
  runs: z.array(RunView),
  cursor: z.string().nullable(),
});

/** One run whole: where it stands, and what it did, as people ask in the morning. */
export const RunDetailView = z.strictObject({
  run: RunView,
  steps: z.array(
    z.strictObject({
      number: z.int(),
      type: z.string(),
      state: z.enum(STEP_STATES),
      is_head: z.boolean(),
      document_id: z.string().nullable(),
      /** This run wrote its document. */
      own: z.boolean(),
      unread: z.boolean(),
    }),
  ),
  done: z.array(RunDocumentView),
  unread: z.array(RunDocumentView),
  assumed: z.array(
    z.strictObject({
      question_id: z.string(),
      question: z.string(),
      assumption: z.string(),
      /** The document that rests on it. */
      document_id: z.string().nullable(),
      state: z.enum(QUESTION_STATES),
      agrees: z.boolean().nullable(),
    }),
  ),
  waiting: z.array(
    z.strictObject({
      who: z.string(),
      reason: z.enum(ATTENTION_REASONS),
      why: z.string(),
      since: time,
      document_id: z.string().nullable(),
      question_id: z.string().nullable(),
    }),
  ),
  /** Newest first: how it began, stopped and went on. */
  history: z.array(
    z.strictObject({ position: z.int(), at: time, by: z.string(), sentence: z.string() }),
  ),
  /** When people were last told of it. */
  digested_at: time.nullable(),
});
export type RunDetailView = z.infer<typeof RunDetailView>;

/** A run as the agent hears of it: in words, with what to do. */
export const AgentRunView = z.strictObject({
  state: z.enum(RUN_STATES),
  reason: z.string().nullable(),
  message: z.string(),
});
