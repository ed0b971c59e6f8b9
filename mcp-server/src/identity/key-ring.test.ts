import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeyRing } from './key-file.ts';
import { keyRingOf } from './key-ring.ts';

const key = (id: string, seed: number) => ({ id, key: Buffer.alloc(32, seed) });
const ring = (...peppers: ReturnType<typeof key>[]) =>
  keyRingOf({ tokenPeppers: peppers, sessionKeys: [key('s1', 9)], secretKeys: [key('x1', 8)] });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowgate-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fromFile = () =>
  openKeyRing({ dataDir: folder, tokenPeppers: null, sessionKeys: null, secretKeys: null });
const FILES = ['secret-keys.json', 'secrets.json'];

test('a token sealed under an old pepper still matches after a rotation', () => {
  const sealed = ring(key('k1', 1)).sealToken('secret');
  const rotated = ring(key('k2', 2), key('k1', 1));
  expect(rotated.tokenMatches('secret', sealed)).toBe(true);
  expect(rotated.sealToken('secret').pepperId).toBe('k2');
});

test('a token matches under no other secret, no other pepper and no missing one', () => {
  const sealed = ring(key('k1', 1)).sealToken('secret');
  expect(ring(key('k1', 1)).tokenMatches('Secret', sealed)).toBe(false);
  expect(ring(key('k1', 2)).tokenMatches('secret', sealed)).toBe(false);
  expect(ring(key('k2', 1)).tokenMatches('secret', sealed)).toBe(false);
});

test('a ring holds its own fingerprint, an older one after a rotation, and no other', () => {
  const old = ring(key('k1', 1));
  const rotated = ring(key('k2', 2), key('k1', 1));
  expect(old.holds(old.fingerprint)).toBe(true);
  expect(rotated.holds(old.fingerprint)).toBe(true);
  expect(old.holds(rotated.fingerprint)).toBe(false);
  expect(ring(key('k1', 7)).holds(old.fingerprint)).toBe(false);
});

test('two keys under one id are refused without a word of either', () => {
  expect(() => ring(key('k1', 1), key('k1', 2))).toThrow('one id for two keys');
});

test('a ring shows no key when it is written out', () => {
  const shown = JSON.stringify(ring(key('k1', 65))) + String(ring(key('k1', 65)));
  expect(shown).not.toContain('AAAA');
  expect(shown).not.toContain('QUFB');
});

test('keys are generated once, for the owner alone, and found again', async () => {
  const first = await fromFile();
  const again = await fromFile();
  expect(again.fingerprint).toBe(first.fingerprint);
  for (const file of FILES) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).sort()).toEqual(FILES);
});

test('processes that start at once agree on the keys', async () => {
  const rings = await Promise.all(Array.from({ length: 8 }, fromFile));
  expect(new Set(rings.map(({ fingerprint }) => fingerprint)).size).toBe(1);
  expect(readdirSync(folder).sort()).toEqual(FILES);
});

test('with every list in the settings no file is made', async () => {
  const settings = { tokenPeppers: [key('k1', 1)], sessionKeys: [key('s1', 2)] };
  await openKeyRing({ dataDir: folder, ...settings, secretKeys: [key('x1', 3)] });
  expect(readdirSync(folder)).toEqual([]);
});

test('an installation from before there were secret keys gets them, and its database takes them', async () => {
  await fromFile();
  const before = readFileSync(join(folder, 'secrets.json'), 'utf8');
  rmSync(join(folder, 'secret-keys.json'));
  const now = await fromFile();
  expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe(before);
  expect(now.holds(now.fingerprint.split('.').slice(0, 2).join('.'))).toBe(true);
});

test('a damaged file is reported, not replaced, and its text is not repeated', async () => {
  await fromFile();
  const path = join(folder, 'secrets.json');
  const damaged = readFileSync(path, 'utf8').slice(0, 60);
  writeFileSync(path, damaged);
  const error = await fromFile().catch((caught: unknown) => caught as Error);
  expect(String(error)).toContain('Restore it');
  expect(String(error)).not.toContain(damaged.slice(30, 50));
  expect(readFileSync(path, 'utf8')).toBe(damaged);
});
