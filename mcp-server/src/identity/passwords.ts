/** Passwords: bcrypt at cost 12, and the same work whether or not there is somebody to compare with. */
import { compare, hash } from 'bcryptjs';
import { PASSWORD_BYTES_MAX, PASSWORD_CHARACTERS_MIN } from '../gate/limits.ts';
import type { Fault } from '../problems.ts';
import { COMMON_PASSWORDS } from './guessed-passwords.ts';
import { isGuessable } from './password-strength.ts';

const COST = 12;
const DIFFERENT_CHARACTERS_MIN = 5;
/** Of a random password that nobody kept. It costs an unknown name as much time as a known one. */
const DUMMY_HASH = '$2b$12$jdw1eTdWByXYkzD2gVPIOO5dYFzU6tto13xecjvqkWfMEwAeUPYta';

/** Throws when `faultOfPassword` wasn't asked first: bcrypt would cut a longer one in silence. */
export async function hashPassword(password: string): Promise<string> {
  const typed = canonical(password);
  if (bytesOf(typed) > PASSWORD_BYTES_MAX) throw new Error('a password too long for bcrypt');
  return hash(typed, COST);
}

/** `stored` null: there is nobody to compare with; false then, after the same work. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const typed = canonical(password);
  const matches = await compare(typed, stored ?? DUMMY_HASH);
  return matches && stored !== null && bytesOf(typed) <= PASSWORD_BYTES_MAX;
}

/** What keeps a new password from being taken; null: nothing. `path` names its place in the input. */
export function faultOfPassword(
  path: string,
  password: string,
  owner: { readonly username: string; readonly email: string },
): Fault | null {
  const typed = canonical(password);
  const length = [...typed].length;
  if (length < PASSWORD_CHARACTERS_MIN) {
    return { path, code: 'too_short', params: { min: PASSWORD_CHARACTERS_MIN } };
  }
  if (bytesOf(typed) > PASSWORD_BYTES_MAX) {
    return { path, code: 'too_long', params: { max: PASSWORD_BYTES_MAX } };
  }
  const isWeak = isCommon(typed, owner) || isGuessable(typed, [owner.username, owner.email]);
  return isWeak ? { path, code: 'password_common', params: {} } : null;
}

/** Guessed first: the well-known ones, whatever digits follow; digits alone; few characters; one's own name. */
function isCommon(password: string, owner: { username: string; email: string }): boolean {
  const bare = plainOf(password);
  const stem = bare.replace(/\d+$/, '');
  const own = [owner.username, owner.email.split('@')[0] ?? ''].map(plainOf);
  return (
    COMMON_PASSWORDS.has(bare) ||
    COMMON_PASSWORDS.has(stem) ||
    /^\d+$/.test(bare) ||
    new Set(password).size < DIFFERENT_CHARACTERS_MIN ||
    own.some((word) => word !== '' && bare.startsWith(word) && bare.length - word.length < 5)
  );
}

function plainOf(text: string): string {
  return canonical(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The same keys give different code points on different machines. */
function canonical(password: string): string {
  return password.normalize('NFKC');
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
