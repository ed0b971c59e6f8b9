/** Keeps the criteria rows equal to those of a document's latest body. */
import type { Transaction } from '@flowgate/database';

export async function replaceCriteria(
  transaction: Transaction,
  documentId: string,
  criteria: readonly string[],
  isFirst: boolean,
): Promise<void> {
  if (!isFirst) await transaction.criterion.deleteMany({ where: { documentId } });
  if (criteria.length === 0) return;
  await transaction.criterion.createMany({
    data: criteria.map((text, index) => ({ documentId, number: index + 1, text })),
  });
}
