/** Compares the texts of revisions with what the log says of them: a whole log beside an altered text proves nothing. */
import { createHash } from 'node:crypto';
import type { Reader } from '@flowgate/database';
import {
  type HashedRevision,
  listHashedRevisions,
  type RevisionId,
} from '../../store/documents/read-hashed.ts';
import type { EventRow } from '../../store/events/list-events.ts';
import { saltedHash } from '../../store/events/salted-hash.ts';
import { fromJson } from '../../store/json.ts';
import { faultAt, type LogFault } from './log-fault.ts';

/** A body may be a megabyte. */
const BODIES_AT_ONCE = 20;

export interface BodyCheck {
  readonly checked: number;
  readonly redacted: number;
  /** The first revision told of on this page whose text is another, or gone. */
  check(page: readonly EventRow[]): Promise<LogFault | null>;
  /** At the end: a text that is gone without an entry that says who took it out. */
  leftOver(): LogFault | null;
}

interface Told extends RevisionId {
  readonly position: number;
  readonly hash: string;
}

export function openBodyCheck(reader: Reader): BodyCheck {
  let checked = 0;
  let redacted = 0;
  /** Redacted revisions whose entry hasn't come yet, with the position of their submission. */
  const unexplained = new Map<string, number>();
  return {
    get checked() {
      return checked;
    },
    get redacted() {
      return redacted;
    },
    async check(page) {
      for (const told of chunksOf(page.flatMap(submissionOf), BODIES_AT_ONCE)) {
        const rows = await listHashedRevisions(reader, told);
        for (const one of told) {
          const row = rows.find((found) => nameOf(found) === nameOf(one));
          if (row?.redactedAt) {
            redacted += 1;
            unexplained.set(nameOf(one), one.position);
          } else {
            checked += 1;
            if (!isAsTold(row, one)) return faultAt('body_altered', one.position, nameOf(one));
          }
        }
      }
      for (const { kind, documentId, details } of page) {
        if (kind !== 'document.redacted') continue;
        unexplained.delete(`${documentId}@${detailsOf(details).revision}`);
      }
      return null;
    },
    leftOver() {
      const [first] = unexplained;
      return first === undefined ? null : faultAt('body_altered', first[1], first[0]);
    },
  };
}

function isAsTold(row: HashedRevision | undefined, told: Told): boolean {
  if (row === undefined) return false;
  const own = createHash('sha256').update(row.content).digest('hex');
  return own === row.hash && told.hash === (row.salt ? saltedHash(row.salt, own) : own);
}

function submissionOf({ kind, documentId, position, details }: EventRow): Told[] {
  if (kind !== 'document.submitted' || documentId === null) return [];
  const { revision, hash } = detailsOf(details);
  if (revision === undefined || hash === undefined) return [];
  return [{ documentId, number: revision, position, hash }];
}

function detailsOf(details: string): { readonly revision?: number; readonly hash?: string } {
  return fromJson(details, 'an entry of the log');
}

function nameOf({ documentId, number }: RevisionId): string {
  return `${documentId}@${number}`;
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let from = 0; from < items.length; from += size) chunks.push(items.slice(from, from + size));
  return chunks;
}
