/** Links that work once: the first admin's. Only the hash of a link's secret is stored. */
import type { Reader, Transaction } from '@flowgate/database';

export type LinkPurpose = 'set_up';

export interface NewLink {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly secretHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Links of this purpose that are too old go with it. */
export async function insertLink(transaction: Transaction, link: NewLink): Promise<void> {
  await transaction.oneTimeLink.deleteMany({
    where: { purpose: link.purpose, expiresAt: { lte: link.createdAt } },
  });
  await transaction.oneTimeLink.create({ data: link });
}

export async function isUsableLink(
  reader: Reader,
  purpose: LinkPurpose,
  secretHash: string,
  now: Date,
): Promise<boolean> {
  const count = await reader.oneTimeLink.count({
    where: { purpose, secretHash, usedAt: null, expiresAt: { gt: now } },
  });
  return count === 1;
}

/** False: unknown, used or too old. Of two at once one is true. */
export async function useLink(
  transaction: Transaction,
  purpose: LinkPurpose,
  secretHash: string,
  now: Date,
): Promise<boolean> {
  const used = await transaction.oneTimeLink.updateMany({
    where: { purpose, secretHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return used.count === 1;
}
