import { expect, test } from 'vitest';
import { faultOfPassword, hashPassword, passwordMatches } from './passwords.ts';

const owner = { username: 'grace', email: 'g.hopper@example.org' };
const faultOf = (password: string) => faultOfPassword('password', password, owner)?.code ?? null;

test('a password matches its own hash and no other', async () => {
  const stored = await hashPassword('violet harbour 19');
  expect(await passwordMatches('violet harbour 19', stored)).toBe(true);
  expect(await passwordMatches('violet harbour 18', stored)).toBe(false);
});

test('nobody to compare with never matches', async () => {
  expect(await passwordMatches('violet harbour 19', null)).toBe(false);
});

test('a password that only agrees in its first 72 bytes does not match', async () => {
  const longest = 'ab1'.repeat(24);
  const stored = await hashPassword(longest);
  expect(await passwordMatches(longest, stored)).toBe(true);
  expect(await passwordMatches(`${longest}x`, stored)).toBe(false);
});

test('the same keys typed on another machine match', async () => {
  const stored = await hashPassword('caf\u00e9 au lait, two');
  expect(await passwordMatches('cafe\u0301 au lait, two', stored)).toBe(true);
});

test('length is counted in characters at least and in bytes at most', () => {
  expect(faultOf('short one 1')).toBe('too_short');
  expect(faultOf('ab1'.repeat(24))).toBe('password_common');
  expect(faultOf(`${'violet harbour '.repeat(4)}12 bytes ok!`)).toBe(null);
  expect(faultOf('violet harbour '.repeat(5))).toBe('too_long');
  expect(faultOf('비밀번호가여기에있어요정말')).toBe(null);
  expect(faultOf('비밀번호가여기에있어요정말'.repeat(2))).toBe('too_long');
});

test.each([
  'password1234',
  'Password-2026!',
  'PASSWORDPASSWORD',
  'qwertyuiop12',
  '123456789012',
  '8417 2093 5561',
  'correct horse battery staple',
  'aaaaaaaaaaaaaa',
  'grace-1234567',
  'G.Hopper-2026',
])('%s is refused as one that is tried first', (password) => {
  const named = faultOfPassword('password', password, { ...owner, username: 'grace123' });
  expect([faultOf(password), named?.code]).toContain('password_common');
});
