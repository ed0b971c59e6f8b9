import { describe, expect, test } from 'vitest';
import type { StepFacts } from './facts.ts';
import { holderOf } from './runs.ts';
import { documentIn, groupWith, LATER, NOON, runOf, stepsOf, tokenOf } from './testing/scene.ts';
import { isAddressedTo, rearmStepTokens } from './tokens.ts';

const TASK: StepFacts = { ...(stepsOf('T')[0] as StepFacts), id: 's2' };

describe('a step is addressed to a worker', () => {
  test.each([
    ["by its agent's name", { agent: 'scribe' }, 'scribe', true],
    ["not by another's", { agent: 'scribe' }, 'mason', false],
    ['not without a name where one stands', { types: ['T'] }, 'scribe', false],
    ['by its types', { types: ['T'] }, null, true],
    ['not by other types', { types: ['TR'] }, null, false],
    ['not by nothing, where the worker is known by name alone', { agent: 'scribe' }, null, false],
    ['when it is bound to nothing', {}, null, true],
  ] as const)('%s', (_, at, assignee, expected) => {
    const token = tokenOf({ kind: 'worker', groupId: null, ...at });
    expect(isAddressedTo({ ...TASK, assignee }, token)).toBe(expected);
  });

  test('and to a continuation unless it bears another name', () => {
    const journey = tokenOf({ kind: 'continuation' });
    expect(isAddressedTo(TASK, journey)).toBe(true);
    expect(isAddressedTo({ ...TASK, assignee: 'scribe' }, journey)).toBe(false);
  });
});

describe('re-arming', () => {
  const first = tokenOf({ id: 'ada', stepId: 's2', documentId: 'doc2', state: 'spent' });
  const second = tokenOf({ id: 'bob', stepId: 's2', documentId: 'doc2', state: 'spent' });
  const group = groupWith(['approved', 'in_review'], { tokens: [first, second] });

  test('is for the token that wrote the last revision', () => {
    const moved = rearmStepTokens(group, documentIn(group, 'doc2'));
    expect(moved).toMatchObject([{ tokenId: 'ada', from: 'spent', to: 'live' }]);
  });

  test('is for every token that had taken it where another hand wrote that', () => {
    const document = {
      ...documentIn(group, 'doc2'),
      authorKind: 'person',
      authorId: 'walt',
    } as const;
    expect(rearmStepTokens(group, document)).toHaveLength(2);
  });
});

describe('a run holds its step', () => {
  test.each([
    ['while it works', {}, NOON, true],
    ['not after half an hour of silence', {}, LATER, false],
    ['while it waits, however long', { state: 'waiting', reason: 'question_open' }, LATER, true],
    ['while a person has paused it', { state: 'paused', reason: 'paused_by_person' }, LATER, true],
    [
      "not once it was told that it is another's",
      { state: 'waiting', reason: 'not_yours' },
      NOON,
      false,
    ],
    ['not after its end', { state: 'ended', reason: 'stopped_by_person' }, NOON, false],
  ] as const)('%s', (_, at, now, expected) => {
    const group = groupWith(['approved'], { runs: [runOf({ stepId: 's2', ...at })] });
    expect(holderOf(group, 's2', null, now) !== null).toBe(expected);
  });
});
