import { describe, expect, test } from 'vitest';
import { apply } from './apply.ts';
import { lapse, lapsesAt } from './lapsing.ts';
import { BLOCKING } from './testing/runs.ts';
import { groupWith, LATER, NOON, runOf, tokenOf } from './testing/scene.ts';

const SOON = new Date('2026-03-02T12:10:00.000Z');
const worker = (id: string) => tokenOf({ id, kind: 'worker', groupId: null });
const run = runOf({ stepId: 's2' });
const waiting = runOf({ id: 'run2', tokenId: 'bob', state: 'waiting', reason: 'not_yours' });
const two = groupWith(['approved'], {
  tokens: [worker('ada'), worker('bob')],
  runs: [run, waiting],
});

describe('time runs out', () => {
  const late = { ...run, endsAt: NOON };

  test.each([
    ['at work', late],
    ['waiting for its verdict', { ...late, state: 'waiting', reason: 'waiting_for_verdict' }],
  ] as const)('for a run %s: it pauses, and people hear of it', (_, at) => {
    const group = { ...groupWith(['approved'], { tokens: [worker('ada')] }), runs: [at] };
    const { changes, events } = lapse(group, at, NOON);
    expect(apply(group, changes).runs[0]).toMatchObject({ state: 'paused', reason: 'time_limit' });
    expect(events).toMatchObject([{ kind: 'run.stopped', details: { reason: 'time_limit' } }]);
  });

  test.each(['paused', 'ended'] as const)('for one that is %s it has nothing to say', (state) => {
    const at = { ...late, state };
    expect(lapse({ ...two, runs: [at] }, at, NOON).changes).toEqual([]);
    expect(lapsesAt({ ...two, runs: [at] }, at)).toBeNull();
  });
});

describe('a worker silent on its own turn', () => {
  test('loses the step to the one that waits for it', () => {
    const { changes, events } = lapse(two, run, LATER);
    const [ada, bob] = apply(two, changes).runs;
    expect(ada).toMatchObject({ state: 'waiting', reason: 'not_yours' });
    expect(bob).toMatchObject({ state: 'working', reason: null, stepId: 's2' });
    expect(events).toMatchObject([{ kind: 'run.resumed', runId: 'run2' }]);
  });

  test('keeps it while nobody waits, and while it is heard', () => {
    expect(lapse({ ...two, runs: [run] }, run, LATER).changes).toEqual([]);
    expect(lapse(two, run, SOON).changes).toEqual([]);
  });

  test('gets it back by speaking, not by the silence of another', () => {
    const lost = { ...run, state: 'waiting', reason: 'not_yours' } as const;
    const holds = { ...waiting, state: 'working', reason: null, stepId: 's2' } as const;
    const group = { ...two, runs: [lost, holds] };
    expect(lapse(group, holds, LATER).changes).toEqual([]);
  });

  test('is no silence while it waits for people, nor of a continuation', () => {
    const asked = { ...run, state: 'waiting', reason: 'question_open' } as const;
    const asking = { ...two, runs: [asked, waiting], questions: [BLOCKING] };
    expect(lapse(asking, asked, LATER).changes).toEqual([]);
    const journey = tokenOf({ id: 'ada', kind: 'continuation' });
    expect(lapse({ ...two, tokens: [journey, worker('bob')] }, run, LATER).changes).toEqual([]);
  });

  test('is looked at when its silence or its time would be over, whichever comes first', () => {
    expect(lapsesAt(two, run)).toEqual(new Date('2026-03-02T12:30:00.000Z'));
    expect(lapsesAt(two, { ...run, endsAt: SOON })).toEqual(SOON);
    expect(lapsesAt(two, waiting)).toEqual(waiting.endsAt);
  });
});
