/** Looks after a run as time passes: its limit, a worker's silence, and the morning on which people hear of it. */
import type { Call, Dependencies } from '../../dependencies.ts';
import { lapse, lapsesAt } from '../../gate/lapsing.ts';
import { findRun } from '../../store/runs/read-runs.ts';
import { SYSTEM_ACTOR } from '../actor-of.ts';
import { changeGroup } from '../change-group.ts';
import { tellInTheMorning } from '../runs/tell-in-the-morning.ts';

/** A worker that stays silent while nobody waits for its step is looked at again after so long. */
const AGAIN_SECONDS = 5 * 60;

/** Returns when to look again; null once it is over and people have been told so. */
export async function watchRun(
  dependencies: Dependencies,
  call: Call,
  runId: string,
): Promise<Date | null> {
  const run = await findRun(dependencies.database.reader, runId);
  if (run === null) return null;
  const lapsing = run.state === 'ended' ? null : await letLapse(dependencies, call, run);
  const morning = await tellInTheMorning(dependencies, runId);
  const moments = [lapsing, morning].filter((moment) => moment !== null);
  if (moments.length === 0) return null;
  const earliest = dependencies.clock.now().getTime() + AGAIN_SECONDS * 1000;
  const next = Math.min(...moments.map((moment) => moment.getTime()));
  return new Date(Math.max(next, earliest));
}

/** When time could change it next; null: only a person can. */
async function letLapse(
  dependencies: Dependencies,
  call: Call,
  { id, groupId }: { readonly id: string; readonly groupId: string },
): Promise<Date | null> {
  const options = { actor: SYSTEM_ACTOR };
  return changeGroup<Date | null>(dependencies, call, groupId, options, ({ facts }, now) => {
    const run = facts.runs.find((known) => known.id === id);
    if (run === undefined) return { settled: null };
    const lapsed = lapse(facts, run, now);
    if (lapsed.changes.length === 0) return { settled: lapsesAt(facts, run) };
    return {
      ...lapsed,
      answer: ({ after }) => {
        const next = after.runs.find((known) => known.id === id);
        return next === undefined ? null : lapsesAt(after, next);
      },
    };
  });
}
