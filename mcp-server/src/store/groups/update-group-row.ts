/** The columns of a group that people set by hand. Under the group's lock. */
import type { Transaction } from '@flowgate/database';

export interface GroupRow {
  readonly title?: string;
  readonly ownerId?: string;
  /** JSON list. */
  readonly reviewerIds?: string;
}

export async function updateGroupRow(
  transaction: Transaction,
  id: string,
  change: GroupRow,
): Promise<void> {
  await transaction.group.updateMany({ where: { id }, data: change });
}
