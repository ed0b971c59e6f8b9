/** What the log says of a text: its hash under a salt that stands beside the text and goes with it. Nobody can test a guess afterwards. */
import { createHash, randomBytes } from 'node:crypto';
import type { GateEvent } from '../../gate/ruling.ts';

const SALT_BYTES = 16;

interface SaltedRow {
  readonly documentId: string;
  readonly number: number;
  readonly hash: string;
  salt?: string | null;
}

/** SHA-256 over salt and hash, hex. */
export function saltedHash(salt: string, hash: string): string {
  return createHash('sha256').update(`${salt}:${hash}`).digest('hex');
}

/** A fresh one for each text. */
export function newSalt(): string {
  return randomBytes(SALT_BYTES).toString('base64url');
}

/** Gives each new revision its salt, and the events that tell of it the salted hash in place of the hash. */
export function saltHashes(
  events: readonly GateEvent[],
  revisions: readonly SaltedRow[],
): readonly GateEvent[] {
  for (const row of revisions) row.salt = newSalt();
  return events.map((event) => {
    const row = revisions.find(
      ({ documentId, number }) =>
        documentId === event.documentId && number === event.details?.['revision'],
    );
    if (row?.salt == null || event.details?.['hash'] !== row.hash) return event;
    return { ...event, details: { ...event.details, hash: saltedHash(row.salt, row.hash) } };
  });
}
