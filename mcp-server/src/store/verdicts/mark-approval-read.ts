/** Who read afterwards what a policy approved. The first reading stays: the record says who looked first. */
import type { Transaction } from '@flowgate/database';

export async function markApprovalRead(
  transaction: Transaction,
  documentId: string,
  revision: number,
  by: { readonly id: string; readonly name: string },
  now: Date,
): Promise<void> {
  await transaction.verdict.updateMany({
    where: {
      ...{ documentId, revision, verb: 'approve' },
      ...{ policy: { not: null }, voidedAt: null, readAt: null },
    },
    data: { readAt: now, readById: by.id, readByName: by.name },
  });
}
