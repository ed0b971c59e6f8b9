/** How a run begins, and what people and time do to it: pause, resume, stop, and the end of its token. */

import { apply } from './apply.ts';
import type { PersonCaller } from './callers.ts';
import { refuseClosedGroup } from './closed.ts';
import type { RunVerb } from './commands.ts';
import { conclude, placeRun, runEvent } from './consequences.ts';
import type { GroupFacts, RunFacts, TokenFacts } from './facts.ts';
import { RUN_REVISIONS_GRANTED, RUN_SECONDS_GRANTED, RUN_STEPS_GRANTED } from './limits.ts';
import { refuse } from './refusals.ts';
import type { Change, Refused, Ruling } from './ruling.ts';
import { advanceRun, type RunStanding, releaseSilent, standing } from './runs.ts';
import { headOf } from './sequence.ts';
import type { RunReason } from './vocabulary.ts';

/** What a new run may use up. */
export type RunTerms = Pick<RunFacts, 'id' | 'stepsMax' | 'revisionsMax' | 'endsAt'>;

/**
 * Begins the run of a continuation or worker token in this group: at the first `continue` or `submit`. One token has one
 * run per group; asking again changes nothing. In mode `review` it starts paused, for the clarification round that a
 * person closes by resuming it. Throws on a step or CI token: those have no runs.
 */
export function beginRun(group: GroupFacts, token: TokenFacts, terms: RunTerms, now: Date): Ruling {
  if (token.kind !== 'continuation' && token.kind !== 'worker') {
    throw new Error(`a ${token.kind} token has no run`);
  }
  const closed = refuseClosedGroup(group);
  if (closed !== null) return closed;
  if (token.groupId !== null && token.groupId !== group.id) {
    return refuse('wrong_group', { group: token.groupId });
  }
  if (token.state === 'ended') return refuse('token_ended', { token: token.id });
  if (group.runs.some(({ tokenId }) => tokenId === token.id)) {
    return { allowed: true, changes: [], events: [] };
  }
  return begun(withToken(group, token), newRun(token, terms, now), now);
}

function begun(group: GroupFacts, run: RunFacts, now: Date): Ruling {
  const head = headOf(group);
  const silent = head === null ? [] : releaseSilent(group, head.id, run.id, now);
  const start: RunStanding =
    run.mode === 'review'
      ? standing('clarification_open')
      : advanceRun(apply(group, silent), run, now);
  const begins: Change = { kind: 'run_begun', run: { ...run, ...start } };
  const changes = [...silent, begins, ...placeRun(group, run, start)];
  const details = { mode: run.mode, ...start };
  return conclude(group, changes, [{ kind: 'run.started', runId: run.id, details }]);
}

function newRun(token: TokenFacts, terms: RunTerms, now: Date): RunFacts {
  const counts = { stepsDone: 0, revisionsAtStep: 0, unchangedAtStep: 0 };
  const at = { state: 'working', reason: null, stepId: null } as const;
  return { ...terms, ...counts, ...at, tokenId: token.id, mode: token.mode, changedAt: now };
}

/** A worker's token isn't bound to the group it begins to work in: from here on it is one of its facts. */
function withToken(group: GroupFacts, token: TokenFacts): GroupFacts {
  if (group.tokens.some(({ id }) => id === token.id)) return group;
  return { ...group, tokens: [...group.tokens, token] };
}

/**
 * A person who may judge pauses, resumes or stops a run at any moment. Resuming one that stood at a limit grants a
 * little more of what had run out; where it then stands follows from the group, so it may well have to wait.
 */
export function ruleRun(
  group: GroupFacts,
  run: RunFacts,
  verb: RunVerb,
  by: PersonCaller,
  now: Date,
): Ruling {
  if (!by.mayJudge && !by.mayMaintain) return refuse('may_not_judge');
  if (run.state === 'ended') return refuse('run_ended', { run: run.id, reason: run.reason ?? '' });
  const closed = refuseClosedGroup(group);
  if (closed !== null) return closed;
  if (verb === 'stop') return moved(group, run, standing('stopped_by_person'));
  if (verb === 'pause') return pause(group, run);
  return resume(group, run, now);
}

/** Ends the runs of a token that died or whose issuer may no longer do what it does. */
export function endRunsOf(
  group: GroupFacts,
  tokenId: string,
  reason: Extract<RunReason, 'token_expired' | 'token_revoked' | 'issuer_lost_right'>,
): Ruling {
  const runs = group.runs.filter((run) => run.tokenId === tokenId && run.state !== 'ended');
  const ended = standing(reason);
  return conclude(
    group,
    runs.map(({ id }) => ({ kind: 'run_moved', runId: id, ...ended })),
    runs.flatMap((run) => runEvent(run, ended)),
  );
}

function pause(group: GroupFacts, run: RunFacts): Ruling {
  if (run.state === 'paused') return refusePaused(run);
  return moved(group, run, standing('paused_by_person'));
}

function refusePaused(run: RunFacts): Refused {
  return refuse('run_paused', { run: run.id, reason: run.reason ?? '' });
}

function resume(group: GroupFacts, run: RunFacts, now: Date): Ruling {
  if (run.state !== 'paused') return refuse('run_not_paused', { run: run.id });
  const granted = grant(run, now);
  const after = apply(group, granted);
  const awake = after.runs.find(({ id }) => id === run.id) ?? run;
  const next = advanceRun(after, { ...awake, state: 'working', reason: null }, now);
  const changes: Change[] = [...granted, { kind: 'run_moved', runId: run.id, ...next }];
  return conclude(group, [...changes, ...placeRun(after, awake, next)], runEvent(run, next));
}

function grant(run: RunFacts, now: Date): readonly Change[] {
  const { id: runId, reason, stepsDone, revisionsAtStep } = run;
  const isLate = run.endsAt.getTime() <= now.getTime();
  const stepsMax = reason === 'step_limit' ? stepsDone + RUN_STEPS_GRANTED : run.stepsMax;
  const revisionsMax =
    reason === 'revision_limit' ? revisionsAtStep + RUN_REVISIONS_GRANTED : run.revisionsMax;
  const later = new Date(now.getTime() + RUN_SECONDS_GRANTED * 1000);
  const endsAt = reason === 'time_limit' || isLate ? later : run.endsAt;
  return [{ kind: 'run_granted', runId, stepsMax, revisionsMax, endsAt }];
}

function moved(group: GroupFacts, run: RunFacts, to: RunStanding): Ruling {
  return conclude(group, [{ kind: 'run_moved', runId: run.id, ...to }], runEvent(run, to));
}
