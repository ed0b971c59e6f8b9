import { describe, expect, test } from 'vitest';
import { documentOf, headOf } from './sequence.ts';
import {
  after,
  eventsOf,
  granted,
  groupWith,
  MAINTAINER,
  person,
  planOf,
  REVIEWER,
  reviewingToken,
  said,
} from './testing/scene.ts';
import { approve, atReport, HUGO, requestRevision } from './testing/verdicts.ts';

describe('a verdict names what was read', () => {
  test('one on an older revision is refused and says which is the latest', () => {
    const ruling = approve(atReport({}, { revision: 5 }), REVIEWER, 'doc3', 4);
    expect(ruling).toMatchObject({
      refusal: { code: 'revision_replaced', params: { seen: 4, latest: 5 } },
    });
  });

  test('one on a revision that does not exist yet is refused as well', () => {
    expect(said(approve(atReport(), REVIEWER, 'doc3', 2))).toBe('revision_replaced');
  });

  test('what is not gated takes no verdict', () => {
    expect(said(approve(atReport(), REVIEWER, 'memo9'))).toBe('not_gated');
  });
});

describe('verdicts fall on the head', () => {
  test('a document in review behind the head waits until the head comes back', () => {
    const group = groupWith(['approved', 'in_review', 'in_review']);
    expect(said(approve(group, REVIEWER))).toBe('not_head');
    expect(said(requestRevision(group, REVIEWER))).toBe('not_head');
  });

  test('a work plan takes its verdict wherever the head stands', () => {
    const group = groupWith(['in_review'], {
      documents: [...groupWith(['in_review']).documents, planOf(2)],
    });
    const ruling = approve(group, REVIEWER, 'plan2');
    expect(granted(ruling).changes).toContainEqual({ kind: 'plan_due', documentId: 'plan2' });
  });

  test('a work plan written for an older sequence can not be approved', () => {
    const group = groupWith([], { sequenceVersion: 2, documents: [planOf(2)] });
    expect(said(approve(group, REVIEWER, 'plan2'))).toBe('sequence_changed');
  });

  test('an approval moves the head on and says where to', () => {
    const group = groupWith(['approved', 'in_review']);
    const ruling = approve(group, REVIEWER, 'doc2');
    expect(eventsOf(ruling)).toEqual(['document.approved', 'head.moved']);
    expect(headOf(after(group, ruling))?.id).toBe('s3');
  });
});

describe('as many different people as the gate asks for', () => {
  const two = { approvals: 2 };

  test('one of two leaves the document in review', () => {
    const group = atReport(two);
    const ruling = approve(group, REVIEWER);
    expect(eventsOf(ruling)).toEqual(['document.approval_given']);
    expect(granted(ruling).events[0]?.details).toMatchObject({ have: 1, need: 2 });
    expect(documentOf(after(group, ruling), 'doc3')?.state).toBe('in_review');
  });

  test('the second opens the gate', () => {
    const once = after(atReport(two), approve(atReport(two), REVIEWER));
    expect(documentOf(after(once, approve(once, HUGO)), 'doc3')?.state).toBe('approved');
  });

  test('the same person does not count twice', () => {
    const once = after(atReport(two), approve(atReport(two), REVIEWER));
    expect(said(approve(once, REVIEWER))).toBe('already_approved_by_you');
  });

  test('one negative verdict decides, and the approvals given are void', () => {
    const once = after(atReport(two), approve(atReport(two), REVIEWER));
    const document = documentOf(after(once, requestRevision(once, HUGO)), 'doc3');
    expect(document).toMatchObject({ state: 'revision_requested', approvals: [] });
  });

  test('approvals of an older revision do not help the new one', () => {
    const old = { byKind: 'person', byId: 'rita', issuerId: 'rita', revision: 1 } as const;
    const group = atReport(two, { revision: 2, approvals: [old] });
    const again = approve(group, HUGO, 'doc3', 2);
    expect(documentOf(after(group, again), 'doc3')?.state).toBe('in_review');
  });

  test('a named role is asked for, and a higher one holds it too', () => {
    const group = atReport({ roles: ['maintainer'] });
    expect(said(approve(group, REVIEWER))).toBe('role_missing');
    expect(said(approve(group, MAINTAINER))).toBe('yes');
    expect(said(approve(atReport({ roles: ['reviewer'] }), MAINTAINER))).toBe('yes');
  });

  test('whoever may judge may send back where only others may approve', () => {
    expect(said(requestRevision(atReport({ roles: ['maintainer'] }), REVIEWER))).toBe('yes');
  });

  test('several agents of one person are one voice', () => {
    const group = atReport({ by: 'agent', approvals: 2 });
    const once = after(group, approve(group, reviewingToken('eve', 'sam')));
    const twice = after(once, approve(once, reviewingToken('eva', 'sam')));
    expect(documentOf(twice, 'doc3')?.state).toBe('in_review');
    const enough = after(twice, approve(twice, reviewingToken('tom', 'tina')));
    expect(documentOf(enough, 'doc3')?.state).toBe('approved');
  });
});

describe('author and approver', () => {
  test('the record says when the issuer approves their own agent', () => {
    const ruling = approve(atReport(), person('ivy'));
    expect(granted(ruling).changes[0]).toMatchObject({ kind: 'verdict_recorded', ownWork: true });
  });

  test('four eyes forbid the issuer to approve, not to send back', () => {
    const group = { ...atReport(), fourEyes: true };
    expect(said(approve(group, person('ivy')))).toBe('four_eyes');
    expect(said(requestRevision(group, person('ivy')))).toBe('yes');
    expect(said(approve(group, REVIEWER))).toBe('yes');
  });

  test('four eyes forbid a person to approve what they wrote', () => {
    const own = { authorKind: 'person', authorId: 'rita', issuerId: 'rita' } as const;
    const group = { ...atReport({}, own), fourEyes: true };
    expect(said(approve(group, REVIEWER))).toBe('four_eyes');
  });

  test('an agent gate in a project where a person must read everything takes advice only', () => {
    const group = { ...atReport({ by: 'agent' }), unattended: false };
    expect(eventsOf(approve(group, reviewingToken('eve', 'sam')))).toEqual(['review.advised']);
  });

  test('advice moves nothing', () => {
    const group = atReport();
    const ruling = requestRevision(group, reviewingToken('eve', 'sam'));
    expect(eventsOf(ruling)).toEqual(['review.advised']);
    expect(after(group, ruling)).toEqual(group);
  });
});
