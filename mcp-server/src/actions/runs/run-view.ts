/** A run as people see it, and in words as its agent hears of it. */
import type { z } from 'zod';
import type { AgentRunView, RunView } from '../../contracts/runs.ts';
import type { Call, Sentences } from '../../dependencies.ts';
import type { RunMode, RunReason, RunState } from '../../gate/vocabulary.ts';
import { can } from '../../identity/permissions.ts';
import type { RunRow } from '../../store/runs/read-runs.ts';
import { wireTime, wireTimeOrNull } from '../times.ts';

const CONTROLS: Readonly<Record<RunState, readonly ('pause' | 'resume' | 'stop')[]>> = {
  working: ['pause', 'stop'],
  waiting: ['pause', 'stop'],
  paused: ['resume', 'stop'],
  ended: [],
};

/** People read what happened; what to do now is said to the agent. */
export function runView(
  row: RunRow,
  { caller, say }: Call,
  unread: ReadonlyMap<string, number>,
): z.input<typeof RunView> {
  const numberOf = (stepId: string | null) =>
    row.group.steps.find(({ id }) => id === stepId)?.number ?? null;
  const mayControl =
    row.group.state === 'open' && can(caller, 'run.control', { projectId: row.projectId });
  return {
    id: row.id,
    group_id: row.groupId,
    group_title: row.group.title,
    token_id: row.tokenId,
    token_label: row.token.label,
    agent: row.token.agent,
    mode: row.mode as RunMode,
    state: row.state as RunState,
    reason: row.reason as RunReason | null,
    message: say.run((row.reason as RunReason | null) ?? 'working', limitOf(row)).happened,
    step_number: numberOf(row.stepId),
    target_number: numberOf(row.token.targetStepId),
    steps_done: row.stepsDone,
    limits: {
      steps: row.stepsMax,
      revisions_per_step: row.revisionsMax,
      ends_at: wireTime(row.endsAt),
    },
    unread: unread.get(row.id) ?? 0,
    heard_at: wireTime(heardAt(row)),
    started_at: wireTime(row.startedAt),
    changed_at: wireTime(row.changedAt),
    ended_at: wireTimeOrNull(row.endedAt),
    controls: mayControl ? [...CONTROLS[row.state as RunState]] : [],
  };
}

/** A call of its token is a sign of life as good as a change of its run. */
function heardAt({ changedAt, token: { lastUsedAt } }: RunRow): Date {
  return lastUsedAt !== null && lastUsedAt > changedAt ? lastUsedAt : changedAt;
}

/** What happened, and what to do now or *end here*. */
export function agentRunView(
  run: { readonly state: string; readonly reason: string | null } & Partial<Limits>,
  say: Sentences,
): z.infer<typeof AgentRunView> {
  const { happened, now } = say.run((run.reason as RunReason | null) ?? 'working', limitOf(run));
  return {
    state: run.state as RunState,
    reason: run.reason,
    message: [happened, now].filter(Boolean).join(' '),
  };
}

interface Limits {
  readonly stepsMax: number;
  readonly revisionsMax: number;
}

/** The figure of the limit a run stands at; nothing for every other reason. */
function limitOf(run: { readonly reason: string | null } & Partial<Limits>) {
  if (run.reason === 'step_limit') return { max: run.stepsMax };
  return run.reason === 'revision_limit' ? { max: run.revisionsMax } : {};
}
