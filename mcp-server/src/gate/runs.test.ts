import { describe, expect, test } from 'vitest';
import type { GroupFacts, RunFacts } from './facts.ts';
import { advanceRun } from './runs.ts';
import { BLOCKING, journey } from './testing/runs.ts';
import { groupWith, HUMAN, NOON, runOf, stepsOf } from './testing/scene.ts';

describe('where a supervised run stands', () => {
  const atTask = groupWith(['approved'], { tokens: [journey] });
  const waiting = groupWith(['approved', 'in_review'], { tokens: [journey] });
  const checked = {
    steps: stepsOf('R T TR AC', { ...HUMAN, by: 'checks', checks: ['tests'] }),
  } as const;
  const scenes: readonly [string, GroupFacts, Partial<RunFacts>, string | null][] = [
    ['at an empty head', atTask, {}, null],
    [
      'at its own document sent back',
      groupWith(['approved', 'revision_requested'], { tokens: [journey] }),
      { stepId: 's2' },
      null,
    ],
    ['at a document in review', waiting, { stepId: 's2' }, 'waiting_for_verdict'],
    [
      'at a document that checks decide',
      groupWith(['approved', 'in_review'], { ...checked, tokens: [journey] }),
      {},
      'checks_running',
    ],
    ['under a blocking question', { ...atTask, questions: [BLOCKING] }, {}, 'question_open'],
    [
      'under a question that does not block',
      { ...atTask, questions: [{ ...BLOCKING, blocking: false }] },
      {},
      null,
    ],
    [
      'before the sequence is decided',
      groupWith(['approved'], { steps: stepsOf('R'), decided: false, tokens: [journey] }),
      {},
      'sequence_undecided',
    ],
    [
      'at the final approval',
      groupWith(['approved', 'approved', 'approved', 'in_review'], { tokens: [journey] }),
      {},
      'target_reached',
    ],
    [
      'past its target',
      groupWith(['approved', 'approved'], { tokens: [{ ...journey, targetStepId: 's2' }] }),
      {},
      'target_reached',
    ],
    ['in a discarded group', { ...atTask, state: 'discarded' }, {}, 'group_closed'],
    ['out of time', atTask, { endsAt: NOON }, 'time_limit'],
    ['out of steps', atTask, { stepsDone: 10 }, 'step_limit'],
    [
      'out of revisions',
      groupWith(['approved', 'revision_requested'], { tokens: [journey] }),
      { stepId: 's2', revisionsAtStep: 3 },
      'revision_limit',
    ],
    [
      'where another run works',
      { ...atTask, runs: [runOf({ id: 'run2', tokenId: 'bob', stepId: 's2' })] },
      {},
      'not_yours',
    ],
    [
      'rejected',
      groupWith(['approved', 'rejected'], { tokens: [journey] }),
      { stepId: 's2' },
      'rejected',
    ],
    ['paused', waiting, { state: 'paused', reason: 'paused_by_person' }, 'paused_by_person'],
    ['ended', atTask, { state: 'ended', reason: 'stopped_by_person' }, 'stopped_by_person'],
  ];
  test.each(scenes)('%s', (_, group, at, reason) => {
    expect(advanceRun(group, runOf(at), NOON).reason).toBe(reason);
  });
});
