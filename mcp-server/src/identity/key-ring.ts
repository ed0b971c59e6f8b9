/** The keys of this installation: peppers for agents' tokens, keys for sessions, keys for secrets. No key is ever given out. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type SealedSecrets, sealedSecrets } from './sealed-secrets.ts';
import { type SignedClaims, signedClaims } from './signed-claims.ts';

export interface KeyRing {
  /** What may be stored of a token's secret, under the active pepper. */
  sealToken(secret: string): SealedToken;
  /** Compares in constant time. False too when the pepper is no longer on the ring. */
  tokenMatches(secret: string, sealed: SealedToken): boolean;
  /** Signed with the session keys. */
  readonly claims: SignedClaims;
  /** Sealed with the secret keys. */
  readonly secrets: SealedSecrets;
  /** A stand-in for a text that must not be readable in the database: the same on every process. Hex, 64 characters. */
  pseudonym(text: string): string;
  /** Names the active keys without telling them. */
  readonly fingerprint: string;
  /** Whether this ring holds the keys that the fingerprint names, active or not. */
  holds(fingerprint: string): boolean;
}

export interface SealedToken {
  /** HMAC-SHA-256 of the secret, hex. */
  readonly hash: string;
  readonly pepperId: string;
}

export interface NamedKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Keys that are the same on every process; the first of each list is the active one. */
export interface Keys {
  readonly tokenPeppers: readonly NamedKey[];
  readonly sessionKeys: readonly NamedKey[];
  readonly secretKeys: readonly NamedKey[];
}

const FINGERPRINT_CHARACTERS = 16;

/** Throws a sentence that names the list, never what stands in it. */
export function keyRingOf({ tokenPeppers, sessionKeys, secretKeys }: Keys): KeyRing {
  const pepper = activeOf('token peppers', tokenPeppers);
  const session = activeOf('session keys', sessionKeys);
  const secret = activeOf('secret keys', secretKeys);
  return {
    sealToken: (secret) => ({ hash: hmac(pepper, secret), pepperId: pepper.id }),
    tokenMatches(secret, sealed) {
      const used = tokenPeppers.find(({ id }) => id === sealed.pepperId);
      return used !== undefined && sameText(hmac(used, secret), sealed.hash);
    },
    claims: signedClaims([session, ...sessionKeys.slice(1)]),
    secrets: sealedSecrets([secret, ...secretKeys.slice(1)]),
    pseudonym: (text) => hmac(session, text),
    fingerprint: [pepper, session, secret].map(fingerprintOf).join('.'),
    holds(fingerprint) {
      const [ofPepper, ofSession, ofSecret] = fingerprint.split('.');
      return (
        tokenPeppers.some((key) => fingerprintOf(key) === ofPepper) &&
        sessionKeys.some((key) => fingerprintOf(key) === ofSession) &&
        // A database from before there were secret keys has sealed nothing yet.
        (ofSecret === undefined || secretKeys.some((key) => fingerprintOf(key) === ofSecret))
      );
    },
  };
}

function activeOf(list: string, keys: readonly NamedKey[]): NamedKey {
  const [active] = keys;
  if (active === undefined) throw new Error(`The list of ${list} is empty.`);
  if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    throw new Error(`The list of ${list} uses one id for two keys. Give each its own.`);
  }
  return active;
}

function hmac({ key }: NamedKey, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function fingerprintOf({ id, key }: NamedKey): string {
  const hash = createHash('sha256').update('flowgate key fingerprint').update(id).update(key);
  return hash.digest('hex').slice(0, FINGERPRINT_CHARACTERS);
}
