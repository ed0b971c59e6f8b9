import { describe, expect, test } from 'vitest';
import type { GroupFacts } from './facts.ts';
import { ruleQuestion } from './questions.ts';
import { rule } from './rule.ts';
import {
  after,
  documentIn,
  groupWith,
  planOf,
  REVIEWER,
  said,
  stepsOf,
  withFacts,
} from './testing/scene.ts';

const APPROVED = ['approved', 'approved', 'approved', 'approved', 'approved'] as const;
const long = groupWith([...APPROVED], { steps: stepsOf('R N NR T TR AC') });

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

describe('a denied assumption', () => {
  const question = {
    ...{ id: 'q1', stepId: 's3', documentId: null, blocking: false, askedById: 'ada' },
    ...{ issuerId: 'ivy', assigneeId: null, raised: 0, assumed: true, assumedOn: 'doc3' },
  };
  const citing = planOf(6, { state: 'approved', cites: ['doc3'] });
  const group = { ...long, documents: [...long.documents, citing], questions: [question] };
  const answer = { verb: 'answer', questionId: 'q1', by: REVIEWER } as const;

  test('makes the document that rests on it stale, and those that cite it', () => {
    const next = after(group, ruleQuestion(group, { ...answer, agrees: false }));
    expect(staleIn(next)).toEqual(['doc3', 'plan6']);
  });

  test('is lifted by a confirmation', () => {
    const next = after(group, ruleQuestion(group, { ...answer, agrees: false }));
    expect(staleIn(after(next, confirm(next, 'doc3')))).toEqual(['plan6']);
  });

  test('is lifted by an approval given in the knowledge of it', () => {
    const sent = groupWith(['approved', 'approved', 'in_review'], { questions: [question] });
    const next = after(sent, ruleQuestion(sent, { ...answer, agrees: false }));
    expect(staleIn(next)).toEqual(['doc3']);
    expect(staleIn(after(next, approve(next, 'doc3')))).toEqual([]);
  });

  test('leaves no older mark behind when both are settled by one approval', () => {
    const sent = groupWith(['approved', 'approved', 'in_review'], { questions: [question] });
    const marked = withFacts(sent, 'doc3', { staleBecause: [{ documentId: 'doc1', hash: 'old' }] });
    const next = after(marked, ruleQuestion(marked, { ...answer, agrees: false }));
    expect(staleIn(after(next, approve(next, 'doc3')))).toEqual([]);
  });

  test('that is shared marks nothing', () => {
    expect(staleIn(after(group, ruleQuestion(group, { ...answer, agrees: true })))).toEqual([]);
  });

  test('has to be answered with yes or no', () => {
    expect(said(ruleQuestion(group, answer))).toBe('agrees_missing');
  });
});
