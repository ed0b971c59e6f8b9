import { expect, test } from 'vitest';
import { preferredOf } from './language-of.ts';

test.each([
  ['', 'en'],
  ['*', 'en'],
  ['fr', 'en'],
  ['ko', 'ko'],
  ['ja-JP', 'ja'],
  ['KO-kr;q=0.4, ja;q=0.6', 'ja'],
  ['fr, ko;q=0, en;q=0.1', 'en'],
  ['ko, ja', 'ko'],
  ['ko;q=x, ja', 'ko'],
  [`${'x,'.repeat(10_000)}ko`, 'en'],
])('of "%.30s" the language is %s', (header, language) => {
  expect(preferredOf(header)).toBe(language);
});
