import { expect, test } from 'vitest';
import { dayBegins, dayEnds } from './day-bounds.ts';

test.each([
  ['UTC', '2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'],
  ['Asia/Seoul', '2026-02-28T15:00:00.000Z', '2026-03-01T15:00:00.000Z'],
  ['America/New_York', '2026-03-01T05:00:00.000Z', '2026-03-02T05:00:00.000Z'],
])('a day in %s begins and ends there', (zone, begins, ends) => {
  expect(dayBegins('2026-03-01', zone)).toBe(begins);
  expect(dayEnds('2026-03-01', zone)).toBe(ends);
});

test('the day on which clocks change is an hour shorter', () => {
  expect(dayBegins('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
  expect(dayEnds('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
});

test.each(['', 'yesterday', '2026-13-45', '2026-1-1'])('"%s" is no day', (text) => {
  expect([dayBegins(text, 'UTC'), dayEnds(text, 'UTC')]).toEqual(['', '']);
});
