import { describe, expect, test } from 'vitest';
import { findSecrets } from './find-secrets.ts';

const RANDOM = 'q8Zr3vT1mKx7Lp2Wn5Yd9Hs4';
const PEM = (name: string, end = '\n') =>
  [`-----BEGIN ${name}-----`, ...Array.from({ length: 6 }, () => `MIIEow${RANDOM}`)].join(end);

/** Put together here, so that no scanner of this repository takes them for real. */
const SECRETS: readonly [string, string][] = [
  ['a token of ours', `fg_${'0a'.repeat(10)}_${'1b'.repeat(32)}`],
  ['an RSA key', PEM('RSA PRIVATE KEY')],
  ['an OpenSSH key', PEM('OPENSSH PRIVATE KEY')],
  ['a PGP key', PEM('PGP PRIVATE KEY BLOCK')],
  ['a key in a line of JSON', `"private_key": "${PEM('PRIVATE KEY', '\\n')}"`],
  ['an AWS key id', `AKIA${'Q7RZ'.repeat(4)}`],
  ['a GitHub token', `ghp_${'aB3dE5fG7h'.repeat(3)}aB3dE5`],
  ['a GitLab token', `glpat-${'aB3dE5fG7h'.repeat(2)}`],
  ['a Slack token', `xoxb-${'1234567890123-'.repeat(2)}${'aBcDeF'.repeat(4)}`],
  ['an npm token', `npm_${'aB3dE5fG7h'.repeat(3)}aB3dE5`],
  ['a key of Anthropic', `sk-ant-api03-${'aB3d'.repeat(23)}aAA`],
  ['a Google key', `AIza${'aB3dE'.repeat(7)}`],
  ['a Stripe key', `sk_live_${RANDOM}`],
  ['a SendGrid key', `SG.${'aB3dE5fG7hI'.repeat(2)}.${'aB3dE5fG7h'.repeat(4)}abc`],
  ['a password in an address', 'postgresql://shop:pa55w0rd-8zQ@db.internal:5432/shop'],
  ['a JWT', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0b20iLCJuIjoxfQ.${'aB3dE5fG7h'.repeat(4)}`],
  ['an assigned password', `DB_PASSWORD=${RANDOM}`],
  ['an assigned key in YAML', `api_key: "${RANDOM}"`],
  ['an assigned secret in code', `const clientSecret = '${RANDOM}';`],
];

const HONEST: readonly [string, string][] = [
  ['prose about keys', 'The private key is read from the vault; its token: see the runbook.'],
  ['a placeholder', 'password=<your password here>, token=***, API_KEY=changeme-changeme-changeme'],
  ['the AWS example', 'AKIAIOSFODNN7EXAMPLE'],
  ['a commit', `token of commit 5504754c0ffee1234567890abcdef1234567890ab`],
  ['a hash', `SHA-256: ${'9f2c'.repeat(16)}`],
  ['a UUID', 'idempotency token: 0b9c3f1e-5d4a-4c2b-9a77-1f2e3d4c5b6a'],
  ['an empty PEM', '-----BEGIN PRIVATE KEY-----\n…\n-----END PRIVATE KEY-----'],
  ['a name in code', 'const token = readTokenFromTheEnvironment();'],
  ['a test run', 'ok 12 - a wrong password is refused (3 ms)\nok 13 - token_expired'],
];

describe('a likely secret is found', () => {
  test.each(SECRETS)('%s', async (_what, secret) => {
    const body = `We use it like this:\n\n    ${secret}\n\nand that is all.`;
    const found = await findSecrets({ title: 'T', claims: [{ evidence: [{ output: body }] }] });
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ path }) => path)).toEqual(found.map(() => 'claims[0].evidence[0].output'));
  });
});

describe('nothing is found in', () => {
  test.each(HONEST)('%s', async (_what, text) => {
    expect(await findSecrets({ body: text })).toEqual([]);
  });
});

test('a comment in the text switches no rule off', async () => {
  const body = `<!-- secretlint-disable -->\nghp_${'aB3dE5fG7h'.repeat(3)}aB3dE5`;
  expect(await findSecrets({ body })).not.toEqual([]);
});

test('each place is told, keys of objects too', async () => {
  const token = `fg_${'0a'.repeat(10)}_${'1b'.repeat(32)}`;
  const found = await findSecrets({ title: token, fields: { [token]: 'x' }, body: `a ${token}` });
  expect(found.map(({ path }) => path)).toEqual(['title', 'fields', 'body']);
});

test.each([
  ['prose', 'The quick brown fox jumps over the lazy dog.\n'],
  ['hex', 'a1b2c3d4e5f60718293a4b5c6d7e8f90'],
  ['one letter', 'a'],
  ['beginnings of tokens', 'eyJ.'],
  ['beginnings of keys', '-----BEGIN RSA PRIVATE KEY-----'],
  ['beginnings of assignments', 'password: '],
  ['addresses', 'https://a:b'],
  ['blanks', ' '],
])('a megabyte of %s is looked through in less than a second', async (_what, piece) => {
  const body = piece.repeat(Math.floor(1_000_000 / piece.length));
  const startedAt = performance.now();
  await findSecrets({ body });
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
