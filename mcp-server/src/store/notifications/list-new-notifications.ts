/** Which of a project's events became a notification of one person. */
import type { Reader } from '@flowgate/database';

/** Of the positions after `after` up to `to`, oldest first. */
export async function listNewNotifications(
  reader: Reader,
  personId: string,
  projectId: string,
  after: number,
  to: number,
) {
  return reader.notification.findMany({
    where: { personId, projectId, position: { gt: after, lte: to } },
    orderBy: { position: 'asc' },
    select: { position: true, kind: true, groupId: true, documentId: true, createdAt: true },
  });
}
