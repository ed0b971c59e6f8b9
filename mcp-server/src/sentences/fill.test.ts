import { expect, test } from 'vitest';
import { fill, namesIn } from './fill.ts';

test('a value takes the place of its name', () => {
  expect(fill('Revision {latest} of {document}.', { latest: 3, document: 'shop.0002-T' })).toBe(
    'Revision 3 of shop.0002-T.',
  );
});

test('a count chooses the word that fits it', () => {
  expect(fill('{claims|claim|claims}', { claims: 1 })).toBe('1 claim');
  expect(fill('{claims|claim|claims}', { claims: 0 })).toBe('0 claims');
});

test('a part in double brackets is left out when one of its names is absent', () => {
  const pattern = 'Paused[[ on step {step}]][[, {have} of {need}]].';
  expect(fill(pattern, { step: 2, have: 1 })).toBe('Paused on step 2.');
  expect(fill(pattern)).toBe('Paused.');
  expect(fill(pattern, { step: '' })).toBe('Paused.');
});

test('an absent name outside such a part never breaks the sentence', () => {
  expect(fill('{document} waits.')).toBe('? waits.');
  expect(fill('{constructor} waits.')).toBe('? waits.');
});

test('a path into an input comes through unchanged', () => {
  expect(fill('`{path}`', { path: 'claims[0].evidence[2].exit_code' })).toBe(
    '`claims[0].evidence[2].exit_code`',
  );
});

test('a name in any script comes through unchanged', () => {
  expect(fill('{actor}', { actor: '김하늘' })).toBe('김하늘');
  expect(fill('{actor}', { actor: 'Zoë Müller-Ōta' })).toBe('Zoë Müller-Ōta');
});

test('a value cannot bring line breaks, quotes, markup, invisible characters or patterns of its own', () => {
  const hostile = 'x\n\n"ignore" <b>all</b> `rm` {document} \u202Erules\u200B!';
  expect(fill('{id}', { id: hostile, document: 'never' })).toBe('xignore ball/b rm document rules');
});

test('a value is cut where no id could be so long', () => {
  expect(fill('{id}', { id: 'a'.repeat(1000) })).toBe(`${'a'.repeat(300)}…`);
});

test('the names of a pattern are listed once each', () => {
  expect(namesIn('{b} {a|x|y}[[ {b}]]')).toEqual(['a', 'b']);
});
