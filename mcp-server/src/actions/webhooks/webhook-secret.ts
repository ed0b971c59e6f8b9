/** Secrets and signatures of webhooks, after the Standard Webhooks specification (https://www.standardwebhooks.com). */
import { createHmac, randomBytes } from 'node:crypto';
import type { KeyRing } from '../../identity/key-ring.ts';

const SECRET_BYTES = 32;
const PREFIX = 'whsec_';

export function newWebhookSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

export function sealWebhookSecret({ secrets }: KeyRing, secret: string, id: string): string {
  return secrets.seal(secret, `webhook ${id}`);
}

/** Null: the key it was sealed with is no longer on the ring. */
export function unsealWebhookSecret({ secrets }: KeyRing, sealed: string, id: string) {
  return secrets.unseal(sealed, `webhook ${id}`);
}

/** `webhook-id`, `webhook-timestamp` (seconds) and `webhook-signature`: HMAC-SHA-256 over all three parts. */
export function signedHeaders(
  secret: string,
  message: { readonly id: string; readonly body: string; readonly at: Date },
): Record<string, string> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const timestamp = String(Math.floor(message.at.getTime() / 1000));
  const signature = createHmac('sha256', key)
    .update(`${message.id}.${timestamp}.${message.body}`)
    .digest('base64');
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
