/** The second factor: codes of an authenticator app (RFC 6238) and ten backup codes. Pure but for the random numbers. */
import { randomBytes, randomInt } from 'node:crypto';
import QRCode from 'qrcode';
import speakeasy from 'speakeasy';
import { BACKUP_CODES } from '../gate/limits.ts';

/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;
const STEP_SECONDS = 30;
/** One step early or late: clocks of telephones differ, and people type. */
const STEPS_AROUND = 1;
const DIGITS = 6;
/** Crockford's: none looks like another. Twelve of them are 60 bits. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const BACKUP_CHARACTERS = 12;

/** Hex. */
export function newTotpSecret(): string {
  return randomBytes(SECRET_BYTES).toString('hex');
}

export interface Enrolment {
  /** Base32, in groups of four, to be typed where no camera is. */
  readonly secret: string;
  readonly url: string;
  /** The QR code of the url as one path of squares, `size` to a side. */
  readonly qr: { readonly size: number; readonly path: string };
}

/** What an app needs to know, each way it can be told. */
export function enrolmentOf(secret: string, account: string): Enrolment {
  const url = speakeasy.otpauthURL({
    secret,
    encoding: 'hex',
    label: `FlowGate:${account}`,
    issuer: 'FlowGate',
    digits: DIGITS,
    period: STEP_SECONDS,
  });
  const base32 = new URL(url).searchParams.get('secret') ?? '';
  return { secret: base32.replace(/(.{4})(?=.)/g, '$1 '), url, qr: squaresOf(url) };
}

/**
 * The 30-second step that a code belongs to, in ±1 of now; null: none, or one that isn't later than `lastStep`, which was
 * accepted before.
 */
export function stepOfCode(
  secret: string,
  code: string,
  now: Date,
  lastStep: number | null,
): number | null {
  if (!isTotpCode(code)) return null;
  const step = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
  // One by one: of two steps with the same code the later one must not hide the earlier.
  for (let at = step - STEPS_AROUND; at <= step + STEPS_AROUND; at += 1) {
    if (lastStep !== null && at <= lastStep) continue;
    const matches = speakeasy.totp.verify({
      secret,
      encoding: 'hex',
      token: code,
      counter: at,
      digits: DIGITS,
      window: 0,
    } as Parameters<typeof speakeasy.totp.verify>[0]);
    if (matches) return at;
  }
  return null;
}

export function isTotpCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}

/** Ten, as they are shown: `k3mv-90tz-8wqa`. */
export function newBackupCodes(): string[] {
  return Array.from({ length: BACKUP_CODES }, () => {
    const characters = Array.from(
      { length: BACKUP_CHARACTERS },
      () => ALPHABET[randomInt(ALPHABET.length)],
    );
    return characters.join('').replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** As it is compared: however it was typed. Null: it can't be one. */
export function canonicalBackupCode(typed: string): string | null {
  const code = typed
    .toLowerCase()
    .replace(/[\s-]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
  return new RegExp(`^[${ALPHABET}]{${BACKUP_CHARACTERS}}$`).test(code) ? code : null;
}

/** A row of dark squares is one rectangle. */
function squaresOf(text: string): { size: number; path: string } {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const parts: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const start = x;
      while (x < size && data[y * size + x]) x += 1;
      if (x > start) parts.push(`M${start} ${y}h${x - start}v1h-${x - start}z`);
    }
  }
  return { size, path: parts.join('') };
}
