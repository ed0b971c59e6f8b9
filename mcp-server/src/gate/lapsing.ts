/** What the passing of time does to a run: its time is up, or its worker has been silent too long while another waits. */
import { apply } from './apply.ts';
import { conclude, placeRun, runEvent } from './consequences.ts';
import type { GroupFacts, RunFacts } from './facts.ts';
import { WORKER_SILENCE_SECONDS } from './limits.ts';
import type { Allowed, Change } from './ruling.ts';
import { advanceRun, standing } from './runs.ts';

/** No changes: it may go on as it is. */
export function lapse(group: GroupFacts, run: RunFacts, now: Date): Allowed {
  if (run.state === 'paused' || run.state === 'ended') return NOTHING;
  const next = advanceRun(group, run, now);
  if (next.reason === 'time_limit') {
    return conclude(group, [{ kind: 'run_moved', runId: run.id, ...next }], runEvent(run, next));
  }
  return isSilent(group, run, now) ? release(group, run, now) : NOTHING;
}

/** When the passing of time could change how this run stands; null: never, as it is. */
export function lapsesAt(group: GroupFacts, run: RunFacts): Date | null {
  if (run.state === 'paused' || run.state === 'ended') return null;
  if (run.state !== 'working' || !isWorker(group, run)) return run.endsAt;
  const silentAt = run.changedAt.getTime() + WORKER_SILENCE_SECONDS * 1000;
  return new Date(Math.min(silentAt, run.endsAt.getTime()));
}

const NOTHING: Allowed = { allowed: true, changes: [], events: [] };

function isWorker(group: GroupFacts, { tokenId }: RunFacts): boolean {
  return group.tokens.find(({ id }) => id === tokenId)?.kind === 'worker';
}

function isSilent(group: GroupFacts, run: RunFacts, now: Date): boolean {
  if (run.state !== 'working' || !isWorker(group, run)) return false;
  return now.getTime() - run.changedAt.getTime() >= WORKER_SILENCE_SECONDS * 1000;
}

/** The step goes to the first run that waits for it; while none does, the silent one keeps it and may still come back. */
function release(group: GroupFacts, silent: RunFacts, now: Date): Allowed {
  const letGo: Change = { kind: 'run_moved', runId: silent.id, ...standing('not_yours') };
  const free = apply(group, [letGo]);
  for (const other of free.runs) {
    // One that had the step and fell silent itself isn't given it again: it takes it when it speaks.
    if (other.reason !== 'not_yours' || other.stepId === silent.stepId) continue;
    const next = advanceRun(free, other, now);
    if (next.state !== 'working') continue;
    const taken: Change = { kind: 'run_moved', runId: other.id, ...next };
    const changes = [letGo, taken, ...placeRun(free, other, next)];
    const details = { ...next };
    return conclude(group, changes, [{ kind: 'run.resumed', runId: other.id, details }]);
  }
  return NOTHING;
}
