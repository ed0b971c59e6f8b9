import { expect, test } from 'vitest';
import { lastMorning, nextMorning } from './mornings.ts';

test.each([
  ['UTC', '2026-11-22T06:59:00Z', '2026-11-21T07:00:00Z', '2026-11-22T07:00:00Z'],
  ['UTC', '2026-11-22T07:00:00Z', '2026-11-22T07:00:00Z', '2026-11-23T07:00:00Z'],
  ['Asia/Seoul', '2026-11-22T12:00:00Z', '2026-11-21T22:00:00Z', '2026-11-22T22:00:00Z'],
  ['America/New_York', '2026-11-22T12:30:00Z', '2026-11-22T12:00:00Z', '2026-11-23T12:00:00Z'],
  // The clocks go forward in the night to the 29th, and back in the night to the 25th.
  ['Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-28T06:00:00Z', '2026-03-29T05:00:00Z'],
  ['Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-24T05:00:00Z', '2026-10-25T06:00:00Z'],
])('in %s at %s the mornings around are %s and %s', (zone, now, last, next) => {
  expect(lastMorning(new Date(now), zone)).toEqual(new Date(last));
  expect(nextMorning(new Date(now), zone)).toEqual(new Date(next));
});
