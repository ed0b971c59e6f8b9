/** Secrets that must come back as they were, such as those of authenticator apps: AES-256-GCM under a secret key, with its id. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { NamedKey } from './key-ring.ts';

const CIPHER = 'aes-256-gcm';
/** What GCM is made for; a random one may be used some 2³² times under one key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORM = /^v1\.([A-Za-z0-9_-]{1,20})\.([A-Za-z0-9_-]+)$/;

export interface SealedSecrets {
  /** `place` names what the secret belongs to: moved elsewhere, the sealed text opens nothing. */
  seal(secret: string, place: string): string;
  /** Null: not ours, altered, of another place, or under a key that is no longer on the ring. */
  unseal(sealed: string, place: string): string | null;
  /** Whether it is sealed with another key than the active one, and wants to be sealed anew. */
  isOld(sealed: string): boolean;
}

/** The first key seals; the others still open what they sealed. */
export function sealedSecrets(keys: readonly [NamedKey, ...NamedKey[]]): SealedSecrets {
  const [active] = keys;
  return {
    seal(secret, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, cipherKey(active), nonce);
      cipher.setAAD(Buffer.from(place));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      const whole = Buffer.concat([nonce, cipher.getAuthTag(), text]);
      return `v1.${active.id}.${whole.toString('base64url')}`;
    },
    unseal(sealed, place) {
      const [, id, encoded = ''] = FORM.exec(sealed) ?? [];
      const key = keys.find((each) => each.id === id);
      const whole = Buffer.from(encoded, 'base64url');
      if (key === undefined || whole.length < NONCE_BYTES + TAG_BYTES) return null;
      const nonce = whole.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, cipherKey(key), nonce, {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(whole.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const text = decipher.update(whole.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        // The tag doesn't fit: nothing of what came out before may be used.
        return null;
      }
    },
    isOld: (sealed) => FORM.exec(sealed)?.[1] !== active.id,
  };
}

/** Keys may be longer than the cipher's 256 bits. */
function cipherKey({ key }: NamedKey): Buffer {
  return createHmac('sha256', key).update('flowgate sealed secrets').digest();
}
