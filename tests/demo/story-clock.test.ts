import { expect, test } from 'vitest';
import { SESSION_SECONDS } from '../../mcp-server/src/gate/limits.ts';
import { ago, day, instantOf, storyClock } from './story-clock.ts';

const MONDAY = new Date('2026-11-23T00:10:00.000Z');

test('the working day before a Monday is the Friday', () => {
  expect(instantOf(day(1, '16:05'), MONDAY).toISOString()).toBe('2026-11-20T16:05:00.000Z');
  expect(instantOf(day(6, '08:00'), MONDAY).toISOString()).toBe('2026-11-13T08:00:00.000Z');
});

test('minutes ago may be yesterday', () => {
  expect(instantOf(ago(25), MONDAY).toISOString()).toBe('2026-11-22T23:45:00.000Z');
});

test.each([0, 1, 2, 3, 4, 5, 6])(
  'a session of the first morning is still good %i days after a Monday, late in the evening',
  (days) => {
    const now = new Date(MONDAY.getTime() + days * 86_400_000 + 86_000_000);
    const first = instantOf(day(9, '07:30'), now);
    expect((now.getTime() - first.getTime()) / 1000).toBeLessThan(SESSION_SECONDS);
  },
);

test('the clock goes on from where it is put, never back and never past the real time', () => {
  const realTime = Date.now();
  const clock = storyClock(new Date(realTime - 3_600_000));
  const put = new Date(realTime - 1_800_000);
  clock.jump(put);
  clock.jump(new Date(realTime - 3_000_000));
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(put.getTime());
  clock.jump(new Date(realTime + 3_600_000));
  expect(clock.now().getTime()).toBeLessThanOrEqual(Date.now());
});
