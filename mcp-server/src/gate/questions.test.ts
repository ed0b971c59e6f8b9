import { describe, expect, test } from 'vitest';
import type { QuestionFacts } from './facts.ts';
import { questionDueAt, ruleQuestion } from './questions.ts';
import { BLOCKING } from './testing/runs.ts';
import {
  after,
  eventsOf,
  groupWith,
  NOON,
  REVIEWER,
  runOf,
  said,
  tokenOf,
  WRITER,
} from './testing/scene.ts';

const group = groupWith(['approved'], { questions: [BLOCKING] });

function many(count: number): readonly QuestionFacts[] {
  return Array.from({ length: count }, (_, index) => ({ ...BLOCKING, id: `n${index}` }));
}

describe('asking', () => {
  const empty = groupWith(['approved']);

  test('opens the questions, each with its event', () => {
    const ruling = ruleQuestion(empty, { verb: 'ask', questions: many(2) });
    expect(eventsOf(ruling)).toEqual(['question.asked', 'question.asked']);
    expect(after(empty, ruling).questions).toHaveLength(2);
  });

  test('stops at ten in one call and fifty open', () => {
    expect(said(ruleQuestion(empty, { verb: 'ask', questions: many(11) }))).toBe(
      'questions_too_many',
    );
    const full = groupWith(['approved'], { questions: many(41) });
    expect(said(ruleQuestion(full, { verb: 'ask', questions: many(9) }))).toBe('yes');
    expect(said(ruleQuestion(full, { verb: 'ask', questions: many(10) }))).toBe(
      'questions_too_many',
    );
  });

  test('a blocking one makes the run wait, its end lets it go on', () => {
    const at = {
      tokens: [tokenOf({ kind: 'continuation' })],
      runs: [runOf({ stepId: 's2' })],
    } as const;
    const working = groupWith(['approved'], at);
    const asked = after(working, ruleQuestion(working, { verb: 'ask', questions: [BLOCKING] }));
    expect(asked.runs[0]).toMatchObject({ state: 'waiting', reason: 'question_open' });
    const free = after(
      asked,
      ruleQuestion(asked, { verb: 'withdraw', questionId: 'q1', askedById: 'ada' }),
    );
    expect(free.runs[0]).toMatchObject({ state: 'working', reason: null });
  });
});

test.each([
  ['a reviewer answers', { verb: 'answer', by: REVIEWER }, 'yes'],
  ['an author does not', { verb: 'answer', by: WRITER }, 'may_not_judge'],
  [
    'an agent of another issuer answers',
    { verb: 'answer', by: { kind: 'token', id: 'eve', issuerId: 'sam' } },
    'yes',
  ],
  [
    'an agent of the same issuer does not',
    { verb: 'answer', by: { kind: 'token', id: 'eve', issuerId: 'ivy' } },
    'question_not_yours_to_answer',
  ],
  ['the asker withdraws', { verb: 'withdraw', askedById: 'ada' }, 'yes'],
  ['another agent does not', { verb: 'withdraw', askedById: 'eve' }, 'not_your_question'],
  ['a reviewer dismisses', { verb: 'dismiss', by: REVIEWER }, 'yes'],
  ['an author does not dismiss', { verb: 'dismiss', by: WRITER }, 'may_not_judge'],
] as const)('%s', (_, command, expected) => {
  const ruling = ruleQuestion(group, { ...command, questionId: 'q1' });
  expect(said(ruling)).toBe(expected);
  if (ruling.allowed) expect(after(group, ruling).questions).toEqual([]);
});

describe('handing on', () => {
  const handed = { verb: 'reassign', questionId: 'q1', assigneeId: 'rita' } as const;

  test('changes who is asked, and gives them their own time', () => {
    const late = groupWith(['approved'], { questions: [{ ...BLOCKING, raised: 2 }] });
    const ruling = ruleQuestion(late, { ...handed, by: REVIEWER });
    expect(eventsOf(ruling)).toEqual(['question.reassigned']);
    expect(after(late, ruling).questions).toMatchObject([{ assigneeId: 'rita', raised: 0 }]);
  });

  test('to whoever has it already changes nothing', () => {
    const same = ruleQuestion(group, { ...handed, assigneeId: null, by: REVIEWER });
    expect(same).toEqual({ allowed: true, changes: [], events: [] });
  });

  test('is for those who may answer', () => {
    expect(said(ruleQuestion(group, { ...handed, by: WRITER }))).toBe('may_not_judge');
  });
});

describe('an overdue question', () => {
  test('is raised again, and still holds', () => {
    const ruling = ruleQuestion(group, { verb: 'raise', questionId: 'q1' });
    expect(eventsOf(ruling)).toEqual(['question.overdue']);
    expect(after(group, ruling).questions).toMatchObject([{ raised: 1, blocking: true }]);
  });

  test('that is closed is not', () => {
    expect(said(ruleQuestion(group, { verb: 'raise', questionId: 'q9' }))).toBe('question_closed');
  });

  test.each([
    ['a blocking one after a day', true, 0, 24],
    ['then after two', true, 1, 48],
    ['then after four', true, 2, 96],
    ['and at the latest after a week', true, 3, 168],
    ['however often', true, 40, 168],
    ['one that holds nothing after three days', false, 0, 72],
    ['then after six', false, 1, 144],
    ['and never later than a week', false, 2, 168],
  ] as const)('%s', (_, blocking, raised, hours) => {
    const due = questionDueAt({ blocking, raised }, NOON);
    expect((due.getTime() - NOON.getTime()) / 3_600_000).toBe(hours);
  });
});

test.each(['answer', 'dismiss'] as const)('what is closed takes no %s', (verb) => {
  expect(said(ruleQuestion(group, { verb, questionId: 'q9', by: REVIEWER }))).toBe(
    'question_closed',
  );
});

test('a closed group takes no question and no answer', () => {
  const closed = { ...group, state: 'completed' } as const;
  expect(said(ruleQuestion(closed, { verb: 'ask', questions: many(1) }))).toBe('group_closed');
  expect(said(ruleQuestion(closed, { verb: 'answer', questionId: 'q1', by: REVIEWER }))).toBe(
    'group_closed',
  );
});
