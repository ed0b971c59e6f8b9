/** The journeys of continuation and worker tokens. */
import { z } from 'zod';
import { RUN_MODES, RUN_REASONS, RUN_STATES } from '../gate/vocabulary.ts';
import { cursor, opaqueId, pageLimit, projectSlug, time } from './primitives.ts';

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

/** A run as the agent hears of it: in words, with what to do. */
export const AgentRunView = z.strictObject({
  state: z.enum(RUN_STATES),
  reason: z.string().nullable(),
  message: z.string(),
});
