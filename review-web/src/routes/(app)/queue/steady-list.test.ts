import type { QueueItemView } from '@flowgate/server/contracts';
import { expect, test } from 'vitest';
import { keepSteady, settle } from './steady-list.ts';

const item = (id: string, revision = 1): QueueItemView => ({
  id,
  section: 'needs_my_verdict',
  reason: 'asked_to_judge',
  why: '',
  project: 'shop',
  group_id: 'shop.default.0001',
  group_title: '',
  document_id: null,
  question_id: null,
  type: 'TR',
  title: id,
  state: 'in_review',
  revision,
  stale: false,
  overdue: false,
  run_id: null,
  blocks: 0,
  who: null,
  author: null,
  claims: 0,
  reading_minutes: 1,
  since: '2026-01-01T00:00:00.000Z',
});

test('a new row waits and moves nothing', () => {
  const { rows, waiting } = keepSteady(settle([item('a'), item('b')]), [
    item('c'),
    item('a'),
    item('b'),
  ]);
  expect(rows.map((row) => row.item.id)).toEqual(['a', 'b']);
  expect(waiting).toBe(1);
});

test('a known row takes its new state in its place', () => {
  const { rows } = keepSteady(settle([item('a'), item('b')]), [item('b', 2), item('a')]);
  expect(rows.map((row) => [row.item.id, row.item.revision])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});

test('a row that left the queue stays where it is and says so', () => {
  const { rows, waiting } = keepSteady(settle([item('a'), item('b')]), [item('b')]);
  expect(rows.map((row) => row.gone)).toEqual([true, false]);
  expect(waiting).toBe(0);
});
