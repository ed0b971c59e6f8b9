import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSafePattern, PATTERN_WAYS_MAX, patternWays } from './safe-pattern.ts';

describe('patterns people need are taken', () => {
  test.each([
    ['^[0-9a-f]{7,64}$', 58],
    ['^[A-Z][A-Z0-9]{0,7}$', 8],
    ['^[A-Z]+-[0-9]+$', 40_000],
    ['^\\d{4}-\\d{2}-\\d{2}$', 1],
    ['^(low|high)$', 2],
    ['^v(?:\\d{1,3}\\.){2}\\d{1,3}$', null],
    ['^v\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$', 27],
    ['^(?:ab){1,3}$', 3],
    ['^[^\\]]{1,10}$', 10],
    ['^가+$', 200],
    ['^$', 1],
  ])('%s', (pattern, ways) => {
    expect(patternWays(pattern, 200)).toBe(ways);
  });
});

describe('patterns that could be made to run for ever, or that nobody can count, are not', () => {
  test.each([
    '^(a+)+$',
    '^(a|a)*$',
    '^(?:a?){50}$',
    '^(.*)*$',
    '^(?=a)b$',
    '^(?!a)b$',
    '^(?<=a)b$',
    '^(?<n>a)$',
    '^(a)\\1$',
    '^a*a*a*a*$',
    '^.*.*.*$',
    'a+',
    '^a',
    'a$',
    '^a\\$',
    '^[$',
    '^a{2,1}$',
    '^a{99999}$',
    '^\\p{L}+$',
    '^a^$',
    '^(a$',
    '^a)$',
    '',
  ])('%s', (pattern) => {
    expect(isSafePattern(pattern, 200)).toBe(false);
  });
});

test('whatever is taken answers at once on a hostile text as long as its field allows', () => {
  const pieces = fc.constantFrom('a', 'b', '.', '[ab]', '(a|b)', '(?:ab)', '\\d', '(a+)', 'a?');
  const counts = fc.constantFrom('', '*', '+', '?', '{2}', '{1,5}', '{3,}');
  const patterns = fc
    .array(fc.tuple(pieces, counts), { maxLength: 5 })
    .map((parts) => `^${parts.map(([piece, count]) => piece + count).join('')}$`);
  fc.assert(
    fc.property(patterns, fc.constantFrom('a', 'b', 'ab'), (pattern, unit) => {
      fc.pre(isSafePattern(pattern, 60));
      const hostile = `${unit.repeat(60).slice(0, 60)}!`;
      const startedAt = performance.now();
      new RegExp(pattern, 'u').test(hostile);
      return performance.now() - startedAt < 500;
    }),
    { numRuns: 300 },
  );
  expect(PATTERN_WAYS_MAX).toBeLessThan(1_000_000);
});
