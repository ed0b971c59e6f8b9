/** Takes the text out of revisions: hash, author, verdicts and place in the log stay. */
import type { Reader, Transaction } from '@flowgate/database';

export interface RedactedRow {
  readonly documentId: string;
  readonly number: number;
  /** What stands in its place. */
  readonly content: string;
  /** The latest one: its criteria are its text, too. */
  readonly latest: boolean;
}

export interface Redaction {
  readonly at: Date;
  readonly by: string;
  readonly because: string;
}

/** False: its text is gone already. The salt goes with it, so that nobody can test a guess against the log. */
export async function redactRevision(
  transaction: Transaction,
  { documentId, number, content, latest }: RedactedRow,
  { at, by, because }: Redaction,
): Promise<boolean> {
  const redacted = await transaction.revision.updateMany({
    where: { documentId, number, redactedAt: null },
    data: { content, salt: null, redactedAt: at, redactedBy: by, redactedBecause: because },
  });
  if (redacted.count === 0) return false;
  if (latest) {
    await transaction.criterion.updateMany({ where: { documentId }, data: { text: '…' } });
  }
  return true;
}

/** Takes the group's lock, as every change in it does. False: somebody has changed it since it was read. */
export async function lockForRedaction(
  transaction: Transaction,
  groupId: string,
  version: number,
): Promise<boolean> {
  const locked = await transaction.group.updateMany({
    where: { id: groupId, version },
    data: { version: { increment: 1 } },
  });
  return locked.count === 1;
}

/** Texts of groups that were closed before a moment and still have them, whole groups at a time. */
export async function listGroupsToRedact(
  reader: Reader,
  projectId: string,
  closedBefore: Date,
  limit: number,
): Promise<string[]> {
  const rows = await reader.group.findMany({
    where: {
      projectId,
      closedAt: { lt: closedBefore },
      documents: { some: { revisions: { some: { redactedAt: null } } } },
    },
    select: { id: true },
    orderBy: { closedAt: 'asc' },
    take: limit,
  });
  return rows.map(({ id }) => id);
}

/** Every revision of a group that still has its text. */
export function listTextsOf(reader: Reader, groupId: string) {
  return reader.revision.findMany({
    where: { redactedAt: null, document: { groupId } },
    select: {
      documentId: true,
      number: true,
      content: true,
      document: { select: { revision: true } },
    },
    orderBy: [{ documentId: 'asc' }, { number: 'asc' }],
  });
}
