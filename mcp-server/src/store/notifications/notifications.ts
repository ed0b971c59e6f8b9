/** A person's own notifications, read and unread. */
import type { Reader, Transaction } from '@flowgate/database';

export type NotificationRow = Awaited<ReturnType<typeof listNotifications>>[number];

/** Whose, and in which projects: what one may no longer read is no longer shown. `projectIds` null: all. */
export interface NotificationReach {
  readonly personId: string;
  readonly projectIds: readonly string[] | null;
}

export interface NotificationPage {
  readonly unreadOnly: boolean;
  /** The last one of the page before. */
  readonly after: { readonly createdAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** Newest first. */
export function listNotifications(
  reader: Reader,
  reach: NotificationReach,
  { unreadOnly, after, limit }: NotificationPage,
) {
  return reader.notification.findMany({
    where: {
      ...within(reach),
      ...(unreadOnly ? { readAt: null } : {}),
      ...(after === null
        ? {}
        : {
            OR: [
              { createdAt: { lt: after.createdAt } },
              { createdAt: after.createdAt, id: { lt: after.id } },
            ],
          }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
}

export function countUnread(reader: Reader, reach: NotificationReach): Promise<number> {
  return reader.notification.count({ where: { ...within(reach), readAt: null } });
}

/** `ids` null: every one of them. Somebody else's are left alone. */
export async function markNotificationsRead(
  transaction: Transaction,
  personId: string,
  ids: readonly string[] | null,
  now: Date,
): Promise<void> {
  await transaction.notification.updateMany({
    where: { personId, readAt: null, ...(ids === null ? {} : { id: { in: [...ids] } }) },
    data: { readAt: now },
  });
}

function within({ personId, projectIds }: NotificationReach) {
  return { personId, ...(projectIds === null ? {} : { projectId: { in: [...projectIds] } }) };
}
