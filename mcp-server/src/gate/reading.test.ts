import { expect, test } from 'vitest';
import type { DocumentFacts } from './facts.ts';
import { readAfterwards } from './reading.ts';
import { eventsOf, groupWith, REVIEWER, said, WRITER, withFacts } from './testing/scene.ts';

const byPolicy = { byKind: 'policy', byId: 'run', issuerId: 'ivy', revision: 1 } as const;
const byRita = { byKind: 'person', byId: 'rita', issuerId: 'rita', revision: 1 } as const;

function scene(at: Partial<DocumentFacts> = {}) {
  return withFacts(groupWith(['approved', 'approved']), 'doc2', { approvals: [byPolicy], ...at });
}

test('what a policy approved is read, and nothing changes but the record', () => {
  const ruling = readAfterwards(scene(), 'doc2', 1, REVIEWER);
  expect(ruling).toMatchObject({ allowed: true, changes: [] });
  expect(eventsOf(ruling)).toEqual(['document.read']);
});

test.each([
  ['a person had approved it', scene({ approvals: [byRita] })],
  ['somebody has read it since', scene({ approvals: [{ ...byPolicy, read: true }] })],
  ['it waits for its verdict again', scene({ state: 'in_review', approvals: [] })],
  ['the policy approved an older revision', scene({ approvals: [{ ...byPolicy, revision: 0 }] })],
])('there is nothing to record where %s', (_, group) => {
  expect(eventsOf(readAfterwards(group, 'doc2', 1, REVIEWER))).toEqual([]);
});

test.each([
  ['an older revision', scene({ revision: 2 }), 'doc2', REVIEWER, 'revision_replaced'],
  ['somebody who may not judge', scene(), 'doc2', WRITER, 'may_not_judge'],
  ['what is not gated', scene(), 'memo9', REVIEWER, 'not_gated'],
  ['a closed group', { ...scene(), state: 'completed' } as const, 'doc2', REVIEWER, 'group_closed'],
] as const)('refused: %s', (_, group, id, by, code) => {
  expect(said(readAfterwards(group, id, 1, by))).toBe(code);
});
