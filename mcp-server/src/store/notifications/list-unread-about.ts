/** Who has not yet read a notice of one kind about one document. */
import type { Reader } from '@flowgate/database';
import type { EventKind } from '../../gate/event-kinds.ts';

/** Ids of people. */
export async function listUnreadAbout(
  reader: Reader,
  documentId: string,
  kind: EventKind,
): Promise<string[]> {
  const rows = await reader.notification.findMany({
    where: { documentId, kind, readAt: null },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}
