import { createHmac } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { expect, test } from 'vitest';
import { signedClaims } from './signed-claims.ts';

const KEY = { id: 'k1', key: Buffer.alloc(32, 1) };
const NEXT = { id: 'k2', key: Buffer.alloc(32, 2) };
const AT = new Date('2026-11-22T09:00:00.000Z');
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);
const ours = signedClaims([KEY]);
const token = ours.sign('access', { sid: 's1' }, AT, later(900));
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const [header = '', body = '', signature = ''] = token.split('.');
const CLAIMS = { sid: 's1', iss: 'flowgate', aud: 'flowgate:access', exp: 4_000_000_000 };

test('what was signed comes back, until it expires', () => {
  expect(ours.read('access', token, later(899))).toMatchObject({ sid: 's1' });
  expect(ours.read('access', token, later(900))).toBe(null);
});

test('what was signed for one purpose opens no other', () => {
  expect(ours.read('refresh', token, AT)).toBe(null);
  expect(ours.read('second-factor', token, AT)).toBe(null);
});

test('after a rotation the old key still opens what it signed, and no longer once it is gone', () => {
  expect(signedClaims([NEXT, KEY]).read('access', token, AT)).toMatchObject({ sid: 's1' });
  expect(signedClaims([NEXT]).read('access', token, AT)).toBe(null);
});

test.each([
  ['alg none', `${part({ alg: 'none', typ: 'JWT', kid: 'k1' })}.${part(CLAIMS)}.`],
  ['alg none with the old signature', `${part({ alg: 'none', kid: 'k1' })}.${body}.${signature}`],
  ['other claims under the signature', `${header}.${part(CLAIMS)}.${signature}`],
  ['no signature', `${header}.${body}.`],
  [
    'another algorithm under our key',
    jwt.sign(CLAIMS, KEY.key, { algorithm: 'HS512', keyid: 'k1' }),
  ],
  ['the bare key instead of the derived one', jwt.sign(CLAIMS, KEY.key, { keyid: 'k1' })],
  [
    'another audience',
    jwt.sign({ ...CLAIMS, aud: 'elsewhere' }, derived(KEY.key), { keyid: 'k1' }),
  ],
  ['another issuer', jwt.sign({ ...CLAIMS, iss: 'elsewhere' }, derived(KEY.key), { keyid: 'k1' })],
  ['an unknown key id', jwt.sign(CLAIMS, derived(KEY.key), { keyid: 'k9' })],
  [
    'the key of another installation',
    signedClaims([{ ...KEY, key: NEXT.key }]).sign('access', {}, AT, later(9)),
  ],
  ['no token at all', 'x'],
  ['nothing', ''],
  ['a flood', 'a'.repeat(100_000)],
])('%s is refused', (_what, sent) => {
  expect(ours.read('access', sent, AT)).toBe(null);
});

function derived(key: Buffer): Buffer {
  return createHmac('sha256', key).update('flowgate signed claims').digest();
}
