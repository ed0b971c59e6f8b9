import { describe, expect, test } from 'vitest';
import type { GroupFacts } from './facts.ts';
import { rule } from './rule.ts';
import { documentOf, headOf } from './sequence.ts';
import { admit } from './submission.ts';
import {
  after,
  documentIn,
  eventsOf,
  groupWith,
  MAINTAINER,
  NOON,
  person,
  planOf,
  REVIEWER,
  runOf,
  said,
  stepsOf,
  submissionOf,
  tokenOf,
  withFacts,
  writing,
} from './testing/scene.ts';

const APPROVED = ['approved', 'approved', 'approved', 'approved', 'approved'] as const;
const long = groupWith([...APPROVED], { steps: stepsOf('R N NR T TR AC') });

function reopen(group: GroupFacts, documentId: string, by = REVIEWER) {
  const { revision } = documentIn(group, documentId);
  return rule(group, { verb: 'reopen', documentId, revision, by, reasonIds: ['why'] });
}

function approve(group: GroupFacts, documentId: string) {
  const { revision } = documentIn(group, documentId);
  return rule(group, { verb: 'approve', documentId, revision, by: REVIEWER });
}

function confirm(group: GroupFacts, documentId: string, by = REVIEWER) {
  const { revision } = documentIn(group, documentId);
  return rule(group, { verb: 'confirm', documentId, revision, by });
}

function staleIn(group: GroupFacts): readonly string[] {
  return group.documents.filter(({ staleBecause }) => staleBecause.length > 0).map(({ id }) => id);
}

describe('reopening', () => {
  test('marks every later step document and none before', () => {
    expect(staleIn(after(long, reopen(long, 'doc2')))).toEqual(['doc3', 'doc4', 'doc5']);
  });

  test('says so of each document', () => {
    const stale = eventsOf(reopen(long, 'doc3')).filter((kind) => kind === 'document.stale');
    expect(stale).toHaveLength(2);
  });

  test('puts the document itself back into review, where the head now stands', () => {
    const group = after(long, reopen(long, 'doc2'));
    expect(documentOf(group, 'doc2')?.state).toBe('in_review');
    expect(headOf(group)?.id).toBe('s2');
  });

  test('leaves the state of what it marks alone', () => {
    const states = after(long, reopen(long, 'doc2'))
      .documents.slice(2)
      .map(({ state }) => state);
    expect(states).toEqual(['approved', 'approved', 'approved']);
  });

  test('never marks the final approval', () => {
    const done = groupWith([...APPROVED, 'in_review'], { steps: long.steps });
    expect(staleIn(after(done, reopen(done, 'doc1')))).not.toContain('doc6');
  });

  test('marks a work plan when the root it follows is reopened, and not when a later step is', () => {
    const group = { ...long, documents: [...long.documents, planOf(6, { state: 'approved' })] };
    expect(staleIn(after(group, reopen(group, 'doc1')))).toContain('plan6');
    expect(staleIn(after(group, reopen(group, 'doc2')))).not.toContain('plan6');
  });

  test('marks a work plan that cites what was marked, and what rests on that plan', () => {
    const first = planOf(6, { state: 'approved', cites: ['doc4'] });
    const second = planOf(7, { state: 'approved', cites: ['plan6'] });
    const group = { ...long, documents: [...long.documents, first, second] };
    expect(staleIn(after(group, reopen(group, 'doc3')))).toEqual([
      'doc4',
      'doc5',
      'plan6',
      'plan7',
    ]);
  });

  test('of a work plan marks what cites it and what follows that', () => {
    const plan = planOf(6, { state: 'approved' });
    const documents = [...long.documents, plan];
    const group = withFacts({ ...long, documents }, 'doc4', { cites: ['plan6'] });
    expect(staleIn(after(group, reopen(group, 'plan6')))).toEqual(['doc4', 'doc5']);
  });

  test('of a rejected document marks nothing and asks its author for another try', () => {
    const group = groupWith(['approved', 'rejected', 'approved']);
    const next = after(group, reopen(group, 'doc2'));
    expect(documentOf(next, 'doc2')?.state).toBe('revision_requested');
    expect(staleIn(next)).toEqual([]);
  });

  test('re-arms the step token that wrote it, though approval had ended it', () => {
    const token = tokenOf({ stepId: 's2', documentId: 'doc2', state: 'ended' });
    const group = { ...long, tokens: [token] };
    expect(after(group, reopen(group, 'doc2')).tokens[0]?.state).toBe('live');
  });

  test('of a completed group by a maintainer makes it live again, and its final approval waits anew', () => {
    const done = groupWith([...APPROVED, 'approved'], { steps: long.steps, state: 'completed' });
    const ruling = reopen(done, 'doc5', MAINTAINER);
    expect(eventsOf(ruling)[0]).toBe('group.reopened');
    const group = after(done, ruling);
    expect(group.state).toBe('open');
    expect(documentOf(group, 'doc6')?.state).toBe('in_review');
    const back = after(group, approve(group, 'doc5'));
    expect(documentOf(back, 'doc6')).toMatchObject({ state: 'in_review', revision: 2 });
  });

  test('tells a run whose turn it was to wait', () => {
    const token = tokenOf({ kind: 'continuation', id: 'cyd' });
    const run = runOf({ tokenId: 'cyd', stepId: 's3' });
    const group = { ...groupWith(['approved', 'approved']), tokens: [token], runs: [run] };
    const next = after(group, reopen(group, 'doc2'));
    expect(next.runs[0]).toMatchObject({ state: 'waiting', reason: 'waiting_for_verdict' });
  });
});

describe('what makes a stale document sound again', () => {
  const reopened = after(long, reopen(long, 'doc2'));

  test('re-approval as it was lifts the marks that reopening made', () => {
    const group = after(reopened, approve(reopened, 'doc2'));
    expect(staleIn(group)).toEqual([]);
    expect(headOf(group)?.id).toBe('s6');
  });

  test('and sets the reason of the reopening aside', () => {
    expect(documentOf(reopened, 'doc2')?.openReasonIds).toEqual(['why']);
    const again = after(reopened, approve(reopened, 'doc2'));
    expect(documentOf(again, 'doc2')?.openReasonIds).toEqual([]);
  });

  test('approval at another hash lifts none', () => {
    const changed = withFacts(reopened, 'doc2', { revision: 2, hash: 'other', openReasonIds: [] });
    expect(staleIn(after(changed, approve(changed, 'doc2')))).toEqual(['doc3', 'doc4', 'doc5']);
  });

  test('another reopening keeps its own marks', () => {
    const twice = after(reopened, approve(reopened, 'doc2'));
    const both = after(twice, reopen(twice, 'doc1'));
    const open = after(both, approve(both, 'doc1'));
    expect(staleIn(open)).toEqual([]);
    const changed = withFacts(both, 'doc1', { hash: 'other', revision: 2 });
    const passed = after(changed, approve(changed, 'doc1'));
    expect(staleIn(passed)).toEqual(['doc2', 'doc3', 'doc4', 'doc5']);
  });

  test('a document marked at one hash stays marked when a second reopening ends at the same', () => {
    const changed = withFacts(reopened, 'doc2', { revision: 2, hash: 'other', openReasonIds: [] });
    const passed = after(changed, approve(changed, 'doc2'));
    const again = after(passed, reopen(passed, 'doc2'));
    expect(staleIn(after(again, approve(again, 'doc2')))).toEqual(['doc3', 'doc4', 'doc5']);
  });

  const changed = withFacts(reopened, 'doc2', { revision: 2, hash: 'other', openReasonIds: [] });
  const passed = after(changed, approve(changed, 'doc2'));

  test('a confirmation lifts all marks of one document and keeps its state', () => {
    const ruling = confirm(passed, 'doc3');
    expect(eventsOf(ruling)).toEqual(['document.confirmed']);
    const group = after(passed, ruling);
    expect(staleIn(group)).toEqual(['doc4', 'doc5']);
    expect(documentOf(group, 'doc3')?.state).toBe('approved');
  });

  test('a document that ends as it was makes sound again what was written on that', () => {
    const changed = withFacts(reopened, 'doc2', { revision: 2, hash: 'other', openReasonIds: [] });
    const passed = after(changed, approve(changed, 'doc2'));
    const again = after(passed, reopen(passed, 'doc2'));
    const restored = withFacts(again, 'doc2', { revision: 3, hash: 'hash2', openReasonIds: [] });
    expect(staleIn(after(restored, approve(restored, 'doc2')))).toEqual([]);
  });

  test('a confirmation waits until what stands before is approved again', () => {
    expect(said(confirm(reopened, 'doc3'))).toBe('stale_predecessor');
  });

  test('a sound document has nothing to confirm', () => {
    expect(said(confirm(long, 'doc3'))).toBe('not_stale');
  });

  test('four eyes hold for confirmations as for approvals', () => {
    expect(said(confirm({ ...passed, fourEyes: true }, 'doc3', person('ivy')))).toBe('four_eyes');
  });

  test('a revision handed in after it is written on what stands now', () => {
    const sentBack = groupWith(['approved', 'revision_requested']);
    const group = withFacts(sentBack, 'doc2', {
      staleBecause: [{ documentId: 'doc1', hash: 'old' }],
    });
    const token = tokenOf({ stepId: 's2', documentId: 'doc2' });
    const ruling = admit({ ...group, tokens: [token] }, submissionOf(), writing(token), NOON);
    expect(staleIn(after(group, ruling))).toEqual([]);
  });

  test('an approval lifts what is settled and keeps the mark of a plan that still waits', () => {
    const marks = [
      { documentId: 'doc1', hash: 'old' },
      { documentId: 'plan6', hash: 'p' },
    ];
    const at = groupWith(['approved', 'in_review']);
    const group = withFacts({ ...at, documents: [...at.documents, planOf(6)] }, 'doc2', {
      staleBecause: marks,
    });
    const left = documentOf(after(group, approve(group, 'doc2')), 'doc2')?.staleBecause;
    expect(left).toEqual([{ documentId: 'plan6', hash: 'p' }]);
  });
});
