/** Secrets of links that work once: 256 random bits, of which only the hash is stored. */
import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

export function mintOneTimeSecret(): { readonly secret: string; readonly secretHash: string } {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { secret, secretHash: hashOfOneTimeSecret(secret) };
}

export function hashOfOneTimeSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
