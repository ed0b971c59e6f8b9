import { describe, expect, test } from 'vitest';
import type { GroupFacts } from './facts.ts';
import { rule } from './rule.ts';
import { documentOf } from './sequence.ts';
import { admit } from './submission.ts';
import {
  after,
  eventsOf,
  groupWith,
  HUMAN,
  NOON,
  person,
  REVIEWER,
  reviewingToken,
  said,
  submissionOf,
  tokenOf,
  withFacts,
  writing,
} from './testing/scene.ts';

const HUGO = person('hugo');
const AT = { documentId: 'doc2', revision: 1 } as const;
const start = groupWith(['approved', 'in_review']);

function heldApproval(group: GroupFacts = start): GroupFacts {
  return after(group, rule(group, { verb: 'approve', ...AT, by: REVIEWER, holdAs: 'h1' }));
}

const held = heldApproval();

describe('a held verdict', () => {
  test('stands beside a document that stays in review', () => {
    const ruling = rule(start, { verb: 'approve', ...AT, by: REVIEWER, holdAs: 'h1' });
    expect(eventsOf(ruling)).toEqual(['verdict.held']);
    expect(documentOf(held, 'doc2')).toMatchObject({ state: 'in_review', approvals: [] });
    expect(documentOf(held, 'doc2')?.held).toHaveLength(1);
  });

  test('is checked like any other before it is held', () => {
    const group = { ...start, fourEyes: true };
    const ruling = rule(group, { verb: 'approve', ...AT, by: person('ivy'), holdAs: 'h1' });
    expect(said(ruling)).toBe('four_eyes');
  });

  test('is applied as an ordinary verdict when it is due', () => {
    const ruling = rule(held, { verb: 'approve', ...AT, by: REVIEWER, heldId: 'h1' });
    expect(eventsOf(ruling)).toEqual(['document.approved', 'head.moved']);
    expect(documentOf(after(held, ruling), 'doc2')).toMatchObject({ state: 'approved', held: [] });
  });

  test('is refused when due if its giver may judge no more, and then dropped with a word', () => {
    const lost = person('rita', { mayJudge: false });
    expect(said(rule(held, { verb: 'approve', ...AT, by: lost, heldId: 'h1' }))).toBe(
      'may_not_judge',
    );
    const dropped = rule(held, { verb: 'void_held', documentId: 'doc2', heldId: 'h1', byId: null });
    expect(eventsOf(dropped)).toEqual(['verdict.voided']);
    expect(after(held, dropped)).toEqual(start);
  });

  test('is undone by its giver and nobody else', () => {
    const undo = { verb: 'undo_held', documentId: 'doc2', heldId: 'h1' } as const;
    expect(said(rule(held, { ...undo, byId: 'hugo' }))).toBe('held_not_found');
    const ruling = rule(held, { ...undo, byId: 'rita' });
    expect(eventsOf(ruling)).toEqual(['verdict.undone']);
    expect(after(held, ruling)).toEqual(start);
    expect(said(rule(start, { ...undo, byId: 'rita' }))).toBe('held_not_found');
  });

  test('is voided by a negative verdict of another, who need not know of it', () => {
    const ruling = rule(held, { verb: 'request_revision', ...AT, by: HUGO, reasonIds: ['why'] });
    expect(eventsOf(ruling)).toContain('verdict.voided');
    expect(documentOf(after(held, ruling), 'doc2')?.held).toEqual([]);
  });

  test('is voided by a new revision', () => {
    const token = tokenOf({ stepId: 's2', documentId: 'doc2', state: 'spent' });
    const group = { ...held, tokens: [token] };
    const ruling = admit(group, submissionOf({ documentId: 'doc2' }), writing(token), NOON);
    expect(eventsOf(ruling)).toEqual(['document.submitted', 'verdict.voided']);
    expect(documentOf(after(group, ruling), 'doc2')?.held).toEqual([]);
  });

  test('stays while another approval is not yet enough', () => {
    const gate = { ...HUMAN, approvals: 2 };
    const group = heldApproval(withFacts(start, 'doc2', { gate }));
    const ruling = rule(group, { verb: 'approve', ...AT, by: HUGO });
    expect(documentOf(after(group, ruling), 'doc2')?.held).toHaveLength(1);
  });

  test('gives way to what its giver decides next', () => {
    const ruling = rule(held, {
      verb: 'request_revision',
      ...AT,
      by: REVIEWER,
      reasonIds: ['why'],
      holdAs: 'h2',
    });
    expect(eventsOf(ruling)).toEqual(['verdict.undone', 'verdict.held']);
    expect(documentOf(after(held, ruling), 'doc2')?.held).toMatchObject([
      { id: 'h2', verb: 'request_revision' },
    ]);
  });
});

test('a rejection is never held: it is applied at once', () => {
  const ruling = rule(start, {
    verb: 'reject',
    ...AT,
    by: REVIEWER,
    reasonIds: ['why'],
    holdAs: 'h1',
  });
  expect(documentOf(after(start, ruling), 'doc2')).toMatchObject({ state: 'rejected', held: [] });
});

test("an agent's verdict is never held", () => {
  const gate = { ...HUMAN, by: 'agent' } as const;
  const group = withFacts(start, 'doc2', { gate });
  const ruling = rule(group, {
    verb: 'approve',
    ...AT,
    by: reviewingToken('eve', 'sam'),
    holdAs: 'h1',
  });
  expect(documentOf(after(group, ruling), 'doc2')?.state).toBe('approved');
});

test('a closed group still lets a held verdict be dropped', () => {
  const group = { ...held, state: 'discarded' } as const;
  expect(
    said(rule(group, { verb: 'void_held', documentId: 'doc2', heldId: 'h1', byId: null })),
  ).toBe('yes');
});
