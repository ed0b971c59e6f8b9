/** What happened that concerns me, newest first. */
import { ListNotificationsInput, NotificationListView } from '../../contracts/queue.ts';
import type { Sentences } from '../../dependencies.ts';
import type { EventKind } from '../../gate/event-kinds.ts';
import { PAGE_ITEMS_DEFAULT } from '../../gate/limits.ts';
import { fromJson } from '../../store/json.ts';
import {
  countUnread,
  listNotifications as listRows,
  type NotificationRow,
} from '../../store/notifications/notifications.ts';
import { action } from '../action.ts';
import { decodeMaking, encodeMaking } from '../cursors.ts';
import { wireTime } from '../times.ts';
import { reachOf } from './reach-of.ts';

export const listNotifications = action({
  name: 'list_notifications',
  input: ListNotificationsInput,
  output: NotificationListView,
  permission: 'self.read',
  place: () => ({}),
  async run({ database: { reader } }, call, { unread, limit = PAGE_ITEMS_DEFAULT, cursor }) {
    const reach = reachOf(call.caller);
    const [rows, waiting] = await Promise.all([
      listRows(reader, reach, {
        unreadOnly: unread ?? false,
        after: decodeMaking(cursor),
        limit: limit + 1,
      }),
      countUnread(reader, reach),
    ]);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      notifications: page.map((row) => notificationView(row, call.say)),
      unread: waiting,
      cursor: last === undefined ? null : encodeMaking(last),
    };
  },
});

function notificationView(row: NotificationRow, say: Sentences) {
  const kind = row.kind as EventKind;
  const params = fromJson<Record<string, string | number>>(row.params, `notification ${row.id}`);
  const subject = row.documentId ?? row.groupId ?? row.projectId;
  return {
    id: row.id,
    kind,
    sentence: say.event(kind, { ...params, subject }),
    project: row.projectId,
    group_id: row.groupId,
    document_id: row.documentId,
    run_id: row.runId,
    at: wireTime(row.createdAt),
    read: row.readAt !== null,
  };
}
