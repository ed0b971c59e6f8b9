import { expect, test } from 'vitest';
import { sealedSecrets } from './sealed-secrets.ts';

const OLD = { id: 'old', key: Buffer.alloc(32, 1) };
const NEW = { id: 'new', key: Buffer.alloc(40, 2) };
const SECRET = 'JBSWY3DPEHPK3PXP';
const sealed = sealedSecrets([OLD]).seal(SECRET, 'person 1');

test('what is sealed comes back at its place, and nothing of it can be read', () => {
  expect(sealedSecrets([OLD]).unseal(sealed, 'person 1')).toBe(SECRET);
  expect(sealed).not.toContain(SECRET);
  expect(sealedSecrets([OLD]).seal(SECRET, 'person 1')).not.toBe(sealed);
});

test('moved to somebody else it opens nothing', () => {
  expect(sealedSecrets([OLD]).unseal(sealed, 'person 2')).toBe(null);
});

test('after a rotation the old key still opens, and asks to be replaced', () => {
  const rotated = sealedSecrets([NEW, OLD]);
  expect(rotated.unseal(sealed, 'person 1')).toBe(SECRET);
  expect(rotated.isOld(sealed)).toBe(true);
  expect(rotated.isOld(rotated.seal(SECRET, 'person 1'))).toBe(false);
  expect(sealedSecrets([NEW]).unseal(sealed, 'person 1')).toBe(null);
});

test('every changed character is noticed', () => {
  const start = sealed.lastIndexOf('.') + 1;
  // The last character carries bits that base64 ignores.
  for (let at = start; at < sealed.length - 1; at += 1) {
    const other = sealed[at] === 'A' ? 'B' : 'A';
    const altered = sealed.slice(0, at) + other + sealed.slice(at + 1);
    expect(sealedSecrets([OLD]).unseal(altered, 'person 1'), altered).toBe(null);
  }
});

test.each(['', 'v1', 'v1.old.', 'v1.old.AAAA', 'v2.old.AAAA', 'nonsense'])(
  '%s is nothing sealed',
  (text) => {
    expect(sealedSecrets([OLD]).unseal(text, 'person 1')).toBe(null);
  },
);
