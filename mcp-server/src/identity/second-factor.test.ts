import speakeasy from 'speakeasy';
import { describe, expect, test } from 'vitest';
import { BACKUP_CODES } from '../gate/limits.ts';
import {
  canonicalBackupCode,
  enrolmentOf,
  newBackupCodes,
  newTotpSecret,
  stepOfCode,
} from './second-factor.ts';

/** Of RFC 6238, appendix B, whose codes have eight digits: the last six are those of a six-digit code. */
const RFC_SECRET = Buffer.from('12345678901234567890').toString('hex');
const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code of the standard, %s, is right', (seconds, code) => {
  expect(stepOfCode(RFC_SECRET, code, at(seconds), null)).toBe(Math.floor(seconds / 30));
});

describe('a code', () => {
  const NOW = 1_234_567_890;
  const STEP = Math.floor(NOW / 30);
  const codeOf = (step: number) =>
    speakeasy.totp({ secret: RFC_SECRET, encoding: 'hex', time: step * 30 } as Parameters<
      typeof speakeasy.totp
    >[0]);
  const check = (step: number, last: number | null = null) =>
    stepOfCode(RFC_SECRET, codeOf(step), at(NOW), last);

  test('is taken one step early and late, and no further', () => {
    expect([-2, -1, 0, 1, 2].map((off) => check(STEP + off))).toEqual([
      null,
      STEP - 1,
      STEP,
      STEP + 1,
      null,
    ]);
  });

  test('of the step accepted last, or of one before it, is refused', () => {
    expect(check(STEP, STEP)).toBe(null);
    expect(check(STEP - 1, STEP)).toBe(null);
    expect(check(STEP + 1, STEP)).toBe(STEP + 1);
    expect(check(STEP, STEP - 1)).toBe(STEP);
  });

  test.each(['', '28708', '2870822', '28708a', '２８７０８２', 'undefined', '-87082', '1e5000'])(
    'that is none (%s) is none',
    (code) => {
      expect(stepOfCode(RFC_SECRET, code, at(59), null)).toBe(null);
    },
  );
});

test('what is shown at enrolment is one secret, three ways', () => {
  const secret = newTotpSecret();
  const { secret: typed, url, qr } = enrolmentOf(secret, 'grace');
  const plain = typed.replaceAll(' ', '');
  expect(Buffer.from(plain.replaceAll(' ', '')).length).toBe(32);
  expect(url).toMatch(/^otpauth:\/\/totp\/FlowGate(%3A|:)grace\?/);
  expect(new URL(url).searchParams.get('secret')).toBe(plain);
  expect(new URL(url).searchParams.get('issuer')).toBe('FlowGate');
  const code = speakeasy.totp({ secret: plain, encoding: 'base32', time: 59 } as Parameters<
    typeof speakeasy.totp
  >[0]);
  expect(stepOfCode(secret, code, at(59), null)).toBe(1);
  expect(qr.size).toBeGreaterThan(20);
  expect(qr.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
});

test('two secrets, and two lists of backup codes, are never the same', () => {
  expect(newTotpSecret()).not.toBe(newTotpSecret());
  const codes = [...newBackupCodes(), ...newBackupCodes()];
  expect(new Set(codes).size).toBe(2 * BACKUP_CODES);
  for (const code of codes) expect(code).toMatch(/^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/);
});

test('a backup code is known however it is typed', () => {
  const shown = 'k3mv-90tz-8w1a';
  for (const typed of [shown, 'K3MV 90TZ 8W1A', 'k3mv9Otz8wla', ' k3mv-9otz-8wIa ']) {
    expect(canonicalBackupCode(typed)).toBe('k3mv90tz8w1a');
  }
  for (const typed of ['', '123456', 'k3mv-90tz-8w1', 'k3mv-90tz-8w1u', 'x'.repeat(500)]) {
    expect(canonicalBackupCode(typed)).toBe(null);
  }
});
