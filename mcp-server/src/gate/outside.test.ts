import { describe, expect, test } from 'vitest';
import type { Submission } from './commands.ts';
import type { GroupFacts, TokenFacts } from './facts.ts';
import type { Ruling } from './ruling.ts';
import { documentOf } from './sequence.ts';
import { admit } from './submission.ts';
import {
  after,
  eventsOf,
  granted,
  groupWith,
  HUMAN,
  NOON,
  planOf,
  REVIEWER,
  said,
  submissionOf,
  tokenOf,
  writing,
} from './testing/scene.ts';

const ada = tokenOf({ stepId: 's3' });
const atReport = groupWith(['approved', 'approved'], { tokens: [ada] });

function submit(group: GroupFacts, at: Partial<Submission> = {}, token: TokenFacts = ada): Ruling {
  return admit(group, submissionOf(at), writing(token), NOON);
}

describe('outside the steps', () => {
  const memo = { type: 'M', outside: { series: 'memo', gate: null, have: 0 } } as const;
  const plan = { type: 'WP', outside: { series: 'plan', gate: HUMAN, have: 0 } } as const;
  const spent = tokenOf({ stepId: 's3', state: 'spent' });

  test('a memo takes a number, no gate, and spends nothing', () => {
    const group = after(atReport, submit(atReport, memo));
    expect(group).toMatchObject({ documentCount: 3, tokens: [ada] });
    expect(group.documents).toEqual(atReport.documents);
  });

  test('a plan is gated, and remembers the sequence it was written for', () => {
    const planner = tokenOf({ scopes: ['plan'] });
    const group = after(atReport, submit(atReport, plan, planner));
    expect(documentOf(group, 'shop.default.0001.0003-WP')).toMatchObject({
      state: 'in_review',
      plannedVersion: 1,
    });
  });

  test.each([
    ['without the scope', tokenOf(), plan, 'scope_missing'],
    ['with a spent token', spent, memo, 'token_spent'],
    ['with an ended token', { ...spent, state: 'ended' } as const, memo, 'token_ended'],
    ['in another group', tokenOf({ groupId: 'shop.default.0002' }), memo, 'wrong_group'],
    [
      'past the limit',
      ada,
      { ...memo, outside: { ...memo.outside, have: 100 } },
      'too_many_documents',
    ],
  ] as const)('%s hears its own code', (_, token, at, code) => {
    expect(said(submit(atReport, at, token))).toBe(code);
  });

  test('a blocking question holds the head and no memo', () => {
    const question = { id: 'q1', stepId: 's3', documentId: null, blocking: true, askedById: 'ada' };
    const more = { issuerId: 'ivy', assigneeId: null, raised: 0, assumed: false, assumedOn: null };
    const group = { ...atReport, questions: [{ ...question, ...more }] };
    expect(said(submit(group, memo))).toBe('yes');
    const byHand = admit(group, submissionOf(plan), REVIEWER, NOON);
    expect(eventsOf(byHand)).toEqual(['document.submitted']);
  });

  test("a person's own plan opens its gate and fills the sequence", () => {
    const ruling = admit(atReport, submissionOf(plan), REVIEWER, NOON);
    expect(eventsOf(ruling)).toEqual(['document.submitted', 'document.approved']);
    expect(granted(ruling).changes.at(-1)?.kind).toBe('plan_due');
  });

  test("a plan in review is its author's to replace, and nobody else's", () => {
    const group = { ...atReport, documents: [...atReport.documents, planOf(3)] };
    const planner = tokenOf({ scopes: ['plan'] });
    expect(said(submit(group, { documentId: 'plan3' }, planner))).toBe('yes');
    expect(said(submit(group, { documentId: 'plan3' }, { ...planner, id: 'bob' }))).toBe(
      'awaiting_verdict',
    );
  });
});
