import { expect, test } from 'vitest';
import { visibleParts, visibleText } from './visible-characters.ts';

test('plain text in any script is one part', () => {
  for (const text of ['hello', '검토 대기열', 'レビュー待ち', 'שלום', '']) {
    expect(visibleParts(text)).toEqual([{ text, hidden: null }]);
  }
});

test('an override is named by its code', () => {
  expect(visibleText('user\u202Etxt.exe')).toBe('user‹U+202E›txt.exe');
});

test('tag characters that smuggle text are each named', () => {
  expect(visibleText('a\u{e0041}')).toBe('a‹U+E0041›');
});

test('joined and styled emoji are left alone', () => {
  expect(visibleText('👩‍💻 ❤️')).toBe('👩‍💻 ❤️');
});

test('a zero-width joiner between letters is named', () => {
  expect(visibleText('ad\u200dmin')).toBe('ad‹U+200D›min');
});

test('a chosen shape of a Han character is left alone', () => {
  expect(visibleText('葛\u{e0100}城市')).toBe('葛\u{e0100}城市');
});
