/** What is due now, by kind. Every process looks once a second; late is fine, twice impossible: each act takes its row along. */
import type { Call, Dependencies } from '../../dependencies.ts';
import { TIMERS_PER_TICK_MAX } from '../../gate/limits.ts';
import { HELD_VERDICT_TIMER } from '../../store/groups/sheet-of-verdicts.ts';
import { applyHeldVerdict } from './apply-held-verdict.ts';

type Run = (dependencies: Dependencies, call: Call, timerId: string) => Promise<void>;

const RUNS: Readonly<Record<string, Run>> = {
  [HELD_VERDICT_TIMER]: applyHeldVerdict,
};

/** Runs at most `TIMERS_PER_TICK_MAX`; one that fails is logged and tried again at the next look. */
export async function runDueTimers(dependencies: Dependencies): Promise<void> {
  const { database, clock, log } = dependencies;
  const due = await database.reader.timer.findMany({
    where: { dueAt: { lte: clock.now() } },
    orderBy: { dueAt: 'asc' },
    take: TIMERS_PER_TICK_MAX,
  });
  for (const { id, kind } of due) {
    try {
      await RUNS[kind]?.(dependencies, systemCall(dependencies), id);
    } catch (error) {
      log.error({ err: error, timer: kind }, 'a timer failed');
      continue;
    }
    // What it stood for is done or gone; a row that is still there stands for nothing.
    await database.inTransaction((transaction) => transaction.timer.deleteMany({ where: { id } }));
  }
}

export function systemCall({ newId, sentencesIn }: Dependencies): Call {
  return {
    caller: { kind: 'system' },
    say: sentencesIn('en'),
    requestId: newId(),
    address: '',
    userAgent: 'flowgate',
  };
}
