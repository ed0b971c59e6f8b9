/** The memo or conversation a repeated call has opened already. */
import type { Reader } from '@flowgate/database';

/**
 * Its id where the author's latest of this type in the group has the very payload, and nobody has answered it: once a
 * conversation has a turn, the same words open another.
 */
export async function findLatestUngated(
  reader: Reader,
  groupId: string,
  type: string,
  authorId: string,
  payloadHash: string,
): Promise<string | null> {
  const latest = await reader.document.findFirst({
    where: { groupId, type, authorId },
    orderBy: { number: 'desc' },
    select: { id: true, payloadHash: true, turnCount: true },
  });
  if (latest === null || latest.payloadHash !== payloadHash) return null;
  return (latest.turnCount ?? 0) === 0 ? latest.id : null;
}
