import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followClaim, followQuote, searchable, textOfLines } from './anchors.ts';

const line = fc.string({ maxLength: 40 }).map((text) => text.replaceAll('\n', ' '));
const lines = fc.array(line, { maxLength: 30 });
const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 6 });

const follow = (text: string, quote: string, lineFrom = 1) =>
  followQuote(searchable(text), { quote, lineFrom, lineTo: lineFrom });

describe('an untouched quote', () => {
  test('is always found again, whatever is written around it', () => {
    const quotes = fc.string({ minLength: 1, maxLength: 60 });
    const hints = fc.integer({ min: 1, max: 80 });
    fc.assert(
      fc.property(lines, quotes, lines, hints, (before, quote, after, hint) => {
        const text = [...before, quote, ...after].join('\n');
        const found = follow(text, quote, hint);
        expect(found).not.toBeNull();
        if (found === null) return;
        const there = textOfLines(searchable(text), found);
        expect(there).toContain(quote);
      }),
    );
  });

  test('that stands once is found on its very line', () => {
    fc.assert(
      fc.property(lines, lines, fc.integer({ min: 1, max: 80 }), (before, after, hint) => {
        const quote = '\u2603 the words of the comment \u2603';
        const text = [...before, `So: ${quote}.`, ...after].join('\n');
        const number = before.length + 1;
        expect(follow(text, quote, hint)).toEqual({ from: number, to: number });
      }),
    );
  });

  test('over several lines keeps them all', () => {
    fc.assert(
      fc.property(lines, fc.array(words, { minLength: 2, maxLength: 5 }), (before, paragraphs) => {
        const quote = paragraphs.map((one) => `\u2603${one.join(' ')}`).join('\n');
        const text = [...before, quote, 'after'].join('\n');
        const from = before.length + 1;
        expect(follow(text, quote)).toEqual({ from, to: from + paragraphs.length - 1 });
      }),
    );
  });
});

describe('words picked from the rendered page', () => {
  const SOURCE = [
    '# Free shipping',
    '',
    'Orders above **50 EUR** ship for `free`, see [the table](https://example.org/a_b "all").',
    '',
    '1. An order of 50.01 EUR has no shipping line.',
    '2. An order of 50.00 EUR has one.',
    '- [ ] Tell *everybody*',
  ].join('\n');
  test.each([
    ['Free shipping', 1, 1],
    ['Orders above 50 EUR ship for free', 3, 3],
    ['for free, see the table.', 3, 3],
    ['An order of 50.01 EUR has no shipping line.\nAn order of 50.00 EUR has one.', 5, 6],
    ['Tell everybody', 7, 7],
    ['Orders   above\n50 EUR', 3, 3],
  ])('%s', (quote, from, to) => {
    expect(follow(SOURCE, quote)).toEqual({ from, to });
  });

  test('of many alike the nearest to the old line is meant', () => {
    const text = Array.from({ length: 9 }, (_, index) => (index % 4 === 0 ? 'again' : 'x'));
    const at = (hint: number) => follow(text.join('\n'), 'again', hint)?.from;
    expect([1, 2, 4, 5, 6, 8, 9, 50].map(at)).toEqual([1, 1, 5, 5, 5, 9, 9, 9]);
  });
});

test('words that are gone are not found', () => {
  expect(follow('Orders above 60 EUR ship for free.', 'above 50 EUR')).toBeNull();
  expect(follow('', 'anything')).toBeNull();
  expect(follow('text', '***')).toBeNull();
});

test('a hostile line takes no longer than its length', () => {
  const text = `${']('.repeat(50_000)}\n${'> '.repeat(50_000)}\n${'['.repeat(100_000)}`;
  const startedAt = performance.now();
  expect(follow(text, 'not here')).toBeNull();
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

describe('a claim', () => {
  test('is followed by what it says, wherever it stands now', () => {
    expect(followClaim(['b', 'a', 'c'], { claim: 1, quote: 'a' })).toBe(2);
    expect(followClaim(['a', 'b', 'a'], { claim: 3, quote: 'a' })).toBe(3);
  });

  test('that says something else now is gone', () => {
    expect(followClaim(['b'], { claim: 1, quote: 'a' })).toBeNull();
  });
});

test('lines that a text does not have are empty', () => {
  expect(textOfLines(searchable('one\ntwo'), { from: 2, to: 5 })).toBe('two');
  expect(textOfLines(searchable('one\ntwo'), { from: 3, to: 3 })).toBe('');
  expect(textOfLines(searchable('one\ntwo'), { from: 1, to: 1 })).toBe('one');
});
