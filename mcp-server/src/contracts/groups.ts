/** Units of work: the root, its sequence, and everything filed under it. */
import { z } from 'zod';
import { EVENT_KINDS } from '../gate/event-kinds.ts';
import {
  BODY_CHARACTERS_MAX,
  REMARK_CHARACTERS_MAX,
  STEPS_MAX,
  TITLE_CHARACTERS_MAX,
} from '../gate/limits.ts';
import { GATE_OPENERS, GROUP_STATES, ROLES, SERIES, STEP_STATES } from '../gate/vocabulary.ts';
import { DocumentSummary } from './documents.ts';
import {
  ActorView,
  cursor,
  groupId,
  idempotencyKey,
  line,
  opaqueId,
  pageLimit,
  projectSlug,
  remark,
  text,
  time,
  typeCode,
} from './primitives.ts';
import { QuestionView } from './questions.ts';
import { RunView } from './runs.ts';

export const GatePolicyInput = z.strictObject({
  by: z.enum(GATE_OPENERS),
  approvals: z.int().min(1).max(20).optional(),
  roles: z.array(z.enum(ROLES)).max(4).optional(),
  checks: z.array(line(100)).max(20).optional(),
  unattended: z.boolean().optional(),
  due_hours: z.int().min(1).max(8760).optional(),
  stand_in: line(100).optional(),
});
export type GatePolicyInput = z.infer<typeof GatePolicyInput>;

export const StepInput = z.strictObject({
  id: opaqueId.optional(),
  type: typeCode,
  note: text(REMARK_CHARACTERS_MAX).nullable().optional(),
  gate: GatePolicyInput.optional(),
  /** An agent's name; null: nobody in particular. */
  assignee: line(100).nullable().optional(),
});
export type StepInput = z.infer<typeof StepInput>;

export const StepView = z.strictObject({
  id: z.string(),
  number: z.int(),
  type: z.string(),
  series: z.enum(SERIES),
  /** `open`: the head, nothing handed in yet. `pending`: its turn hasn't come. */
  state: z.enum(STEP_STATES),
  is_head: z.boolean(),
  document_id: z.string().nullable(),
  note: z.string().nullable(),
  gate: z.strictObject({
    by: z.enum(GATE_OPENERS),
    approvals: z.int(),
    roles: z.array(z.enum(ROLES)),
    checks: z.array(z.string()),
    unattended: z.boolean(),
    due_hours: z.int().nullable(),
    /** A username. */
    stand_in: z.string().nullable(),
  }),
  assignee: z.string().nullable(),
  stale: z.boolean(),
});
export type StepView = z.infer<typeof StepView>;

export const SequenceView = z.strictObject({
  version: z.int(),
  decided: z.boolean(),
  steps: z.array(StepView),
});
export type SequenceView = z.infer<typeof SequenceView>;

export const GroupSummary = z.strictObject({
  id: z.string(),
  project: z.string(),
  module: z.string(),
  title: z.string(),
  state: z.enum(GROUP_STATES),
  /** A blocking question is open. */
  clarifying: z.boolean(),
  owner: ActorView,
  created_at: time,
  updated_at: time,
  closed_because: z.string().nullable(),
  /** Approved steps of all steps. */
  progress: z.strictObject({ approved: z.int(), steps: z.int() }),
  head: z
    .strictObject({
      number: z.int(),
      type: z.string(),
      state: z.enum(STEP_STATES),
    })
    .nullable(),
});
export type GroupSummary = z.infer<typeof GroupSummary>;

export const OpenGroupInput = z.strictObject({
  project: projectSlug,
  title: line(TITLE_CHARACTERS_MAX),
  module: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,39}$/)
    .optional(),
  root: z.strictObject({
    type: typeCode,
    title: line(TITLE_CHARACTERS_MAX).optional(),
    body: text(BODY_CHARACTERS_MAX),
    fields: z.record(line(60), z.json()).optional(),
  }),
  preset: line(40).optional(),
  steps: z.array(StepInput).max(STEPS_MAX).optional(),
  idempotency_key: idempotencyKey.optional(),
});
export type OpenGroupInput = z.infer<typeof OpenGroupInput>;
export const GroupOpenedView = z.strictObject({
  group: GroupSummary,
  root: z.strictObject({
    id: z.string(),
    revision: z.int(),
    state: z.string(),
  }),
  sequence: SequenceView,
});

export const ArrangeSequenceInput = z.strictObject({
  group_id: groupId,
  version: z.int().min(0).max(1_000_000),
  preset: line(40).optional(),
  steps: z.array(StepInput).max(STEPS_MAX).optional(),
});
export type ArrangeSequenceInput = z.infer<typeof ArrangeSequenceInput>;
export const SequenceArrangedView = z.strictObject({ sequence: SequenceView });

export const ReadGroupInput = z.strictObject({ group_id: groupId });
export const GroupView = z.strictObject({
  group: GroupSummary,
  /** People named to judge here, where some are. */
  reviewers: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  root: DocumentSummary,
  sequence: SequenceView,
  documents: z.array(DocumentSummary),
  questions: z.array(QuestionView),
  runs: z.array(RunView),
  waiting_for: z.array(
    z.strictObject({
      who: z.string(),
      reason: z.string(),
      /** The reason in the reader's language. */
      why: z.string(),
      since: time,
      document_id: z.string().nullable(),
    }),
  ),
  /** What this caller may do here, so that no page guesses. */
  may: z.strictObject({
    arrange: z.boolean(),
    change: z.boolean(),
    confirm: z.boolean(),
    set_gates: z.boolean(),
    write: z.boolean(),
    issue_tokens: z.boolean(),
    discard: z.boolean(),
  }),
});
export type GroupView = z.infer<typeof GroupView>;

export const ListGroupsInput = z.strictObject({
  project: projectSlug.optional(),
  state: z.enum(GROUP_STATES).optional(),
  query: line(200).optional(),
  limit: pageLimit.optional(),
  cursor: cursor.optional(),
});
export const GroupListView = z.strictObject({
  groups: z.array(GroupSummary),
  cursor: z.string().nullable(),
});

/** Only what is named changes. `reviewers` are usernames: who is asked to judge here; an empty list: whoever may. */
export const UpdateGroupInput = z.strictObject({
  group_id: groupId,
  title: line(TITLE_CHARACTERS_MAX).optional(),
  owner: line(60).optional(),
  reviewers: z.array(line(60)).max(20).optional(),
});
export type UpdateGroupInput = z.infer<typeof UpdateGroupInput>;

export const DiscardGroupInput = z.strictObject({
  group_id: groupId,
  reason: remark,
});
export const GroupChangedView = z.strictObject({ group: GroupSummary });

export const ReadTimelineInput = z.strictObject({
  group_id: groupId,
  limit: pageLimit.optional(),
  cursor: cursor.optional(),
});
export const TimelineEntryView = z.strictObject({
  position: z.int(),
  kind: z.enum(EVENT_KINDS),
  at: time,
  actor: ActorView,
  document_id: z.string().nullable(),
  /** One sentence in the reader's language. */
  sentence: z.string(),
});
export const TimelineView = z.strictObject({
  /** Newest first. */
  entries: z.array(TimelineEntryView),
  cursor: z.string().nullable(),
});
