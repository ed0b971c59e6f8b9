/** What the server found out about revisions. Each row can be made anew; the newest look stands. */
import type { Reader, Transaction } from '@flowgate/database';

export function findFindings(reader: Reader, documentId: string, revision: number) {
  return reader.revisionFindings.findUnique({
    where: { documentId_revision: { documentId, revision } },
  });
}

export function listFindings(reader: Reader, documentIds: readonly string[]) {
  return reader.revisionFindings.findMany({ where: { documentId: { in: [...documentIds] } } });
}

export async function replaceFindings(
  transaction: Transaction,
  row: {
    readonly documentId: string;
    readonly revision: number;
    readonly content: string;
    readonly foundAt: Date;
  },
): Promise<void> {
  const { documentId, revision } = row;
  await transaction.revisionFindings.deleteMany({ where: { documentId, revision } });
  await transaction.revisionFindings.createMany({ data: [row] });
}

/** Looks at a revision; `subject` is the document's id. */
export const CHECKS_TIMER = 'checks';

/** Due at once, whether or not one is set already. */
export async function setChecksTimer(
  transaction: Transaction,
  documentId: string,
  revision: number,
  now: Date,
): Promise<void> {
  const id = `${CHECKS_TIMER}-${documentId}@${revision}`;
  const moved = await transaction.timer.updateMany({ where: { id }, data: { dueAt: now } });
  if (moved.count > 0) return;
  await transaction.timer.createMany({
    data: [{ id, dueAt: now, kind: CHECKS_TIMER, subject: documentId, createdAt: now }],
  });
}
