/** How many dry runs of a token have found nothing wrong. */
import type { Transaction } from '@flowgate/database';

/** Counts one more, and returns how many there are now. */
export async function countDryRun(transaction: Transaction, tokenId: string): Promise<number> {
  const { count } = await transaction.dryRunCount.upsert({
    where: { tokenId },
    create: { tokenId, count: 1 },
    update: { count: { increment: 1 } },
  });
  return count;
}
