import { describe, expect, test } from 'vitest';
import { rule } from './rule.ts';
import {
  after,
  eventsOf,
  granted,
  groupWith,
  MAINTAINER,
  planOf,
  REVIEWER,
  reviewingToken,
  said,
  withFacts,
} from './testing/scene.ts';
import { approve, HUGO } from './testing/verdicts.ts';

describe('the final approval', () => {
  const ready = groupWith(['approved', 'approved', 'approved', 'in_review']);

  test('completes the group', () => {
    const ruling = approve(ready, REVIEWER, 'doc4');
    expect(eventsOf(ruling)).toContain('group.completed');
    expect(after(ready, ruling).state).toBe('completed');
  });

  test.each(['request_revision', 'reject', 'withdraw', 'reopen'] as const)(
    'takes no %s',
    (verb) => {
      const command = { documentId: 'doc4', revision: 1, by: MAINTAINER, reasonIds: ['why'] };
      expect(said(rule(ready, { verb, ...command }))).toBe('closing_is_approve_only');
    },
  );

  test('is advice from an agent', () => {
    const ruling = approve(ready, reviewingToken('eve', 'sam'), 'doc4');
    expect(eventsOf(ruling)).toEqual(['review.advised']);
  });

  test('waits for a stale document', () => {
    const group = withFacts(ready, 'doc3', { staleBecause: [{ documentId: 'doc2', hash: 'old' }] });
    expect(approve(group, REVIEWER, 'doc4')).toMatchObject({
      refusal: { code: 'stale_documents', params: { documents: 'doc3' } },
    });
  });

  test.each(['in_review', 'revision_requested', 'rejected'] as const)(
    'waits for a work plan that is %s',
    (state) => {
      const group = { ...ready, documents: [...ready.documents, planOf(5, { state })] };
      expect(said(approve(group, REVIEWER, 'doc4'))).toBe('unfinished_documents');
    },
  );

  test('does not wait for a withdrawn work plan', () => {
    const plan = planOf(5, {
      state: 'withdrawn',
      staleBecause: [{ documentId: 'doc1', hash: 'x' }],
    });
    expect(
      said(approve({ ...ready, documents: [...ready.documents, plan] }, REVIEWER, 'doc4')),
    ).toBe('yes');
  });

  test('under four eyes is not for anybody who issued a token of the group, dead ones included', () => {
    const group = { ...ready, fourEyes: true, tokenIssuerIds: ['ivy', 'rita'] };
    expect(said(approve(group, REVIEWER, 'doc4'))).toBe('four_eyes');
    expect(said(approve(group, HUGO, 'doc4'))).toBe('yes');
  });

  test('is due when the head reaches it, under the next number', () => {
    const group = groupWith(['approved', 'approved', 'in_review']);
    const ruling = approve(group, REVIEWER);
    expect(granted(ruling).changes).toContainEqual({
      ...{ kind: 'closing_due', stepId: 's4', type: 'AC', gate: group.steps[3]?.gate },
      ...{ documentId: 'shop.default.0001.0004-AC', number: 4, revision: 1 },
    });
  });

  test('gets a new revision when the head comes back to it', () => {
    const group = groupWith(['approved', 'approved', 'in_review', 'in_review']);
    expect(granted(approve(group, REVIEWER)).changes).toContainEqual(
      expect.objectContaining({ kind: 'closing_due', documentId: 'doc4', revision: 2 }),
    );
  });
});
