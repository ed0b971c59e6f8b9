/** What we hand out and take back: JSON Web Tokens (RFC 7519, RFC 8725), signed with HMAC-SHA-256 under a session key. */
import { createHmac } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { NamedKey } from './key-ring.ts';

const ISSUER = 'flowgate';
/** The only algorithm, on both ways: what a token says of itself decides nothing. */
const ALGORITHM = 'HS256';
/** Longer is none of ours; nothing is parsed then. */
const CHARACTERS_MAX = 2_000;

/** One purpose each, so that what was signed for one opens no other. */
export type ClaimsPurpose = 'access' | 'refresh' | 'second-factor';

export interface SignedClaims {
  /** The same claims, times and key give the same text. */
  sign(purpose: ClaimsPurpose, claims: object, issuedAt: Date, expiresAt: Date): string;
  /** Null: not ours, not for this purpose, altered, or expired at `now`. */
  read(purpose: ClaimsPurpose, signed: string, now: Date): Readonly<Record<string, unknown>> | null;
}

/** The first key signs; the others still open what they signed. */
export function signedClaims(keys: readonly [NamedKey, ...NamedKey[]]): SignedClaims {
  const [active] = keys;
  return {
    sign: (purpose, claims, issuedAt, expiresAt) =>
      jwt.sign({ ...claims, iat: seconds(issuedAt), exp: seconds(expiresAt) }, signingKey(active), {
        algorithm: ALGORITHM,
        keyid: active.id,
        issuer: ISSUER,
        audience: audienceOf(purpose),
      }),
    read(purpose, signed, now) {
      if (signed.length > CHARACTERS_MAX) return null;
      const named = jwt.decode(signed, { complete: true })?.header.kid;
      const key = keys.find(({ id }) => id === named);
      if (key === undefined) return null;
      try {
        const claims = jwt.verify(signed, signingKey(key), {
          algorithms: [ALGORITHM],
          issuer: ISSUER,
          audience: audienceOf(purpose),
          clockTimestamp: seconds(now),
        });
        return typeof claims === 'string' ? null : claims;
      } catch (error) {
        if (error instanceof jwt.JsonWebTokenError) return null;
        throw error;
      }
    },
  };
}

/** A session key also makes pseudonyms: each use has a key of its own. */
function signingKey({ key }: NamedKey): Buffer {
  return createHmac('sha256', key).update('flowgate signed claims').digest();
}

function audienceOf(purpose: ClaimsPurpose): string {
  return `flowgate:${purpose}`;
}

function seconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
