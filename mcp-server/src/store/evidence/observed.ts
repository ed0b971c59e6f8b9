/** What CI saw itself of one revision. Rows are only added: a newer one of the same name and kind takes the older's place. */
import type { Reader, Transaction } from '@flowgate/database';
import { OBSERVED_PER_REVISION_MAX } from '../../gate/limits.ts';

export type ObservedRow = Awaited<ReturnType<typeof listObserved>>[number];

/** Oldest first. */
export function listObserved(reader: Reader, documentId: string, revision: number) {
  return reader.observedEvidence.findMany({
    where: { documentId, revision },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: OBSERVED_PER_REVISION_MAX,
  });
}

export function countObserved(reader: Reader, documentId: string, revision: number) {
  return reader.observedEvidence.count({ where: { documentId, revision } });
}

export async function insertObserved(
  transaction: Transaction,
  rows: readonly ObservedRow[],
): Promise<void> {
  await transaction.observedEvidence.createMany({ data: [...rows] });
}

/** Whether anything of CI may hand evidence in here: a live token of the project that observes. */
export async function hasCi(reader: Reader, projectId: string, now: Date): Promise<boolean> {
  const where = { projectId, kind: 'ci', revokedAt: null, expiresAt: { gt: now } };
  return (await reader.token.count({ where })) > 0;
}
