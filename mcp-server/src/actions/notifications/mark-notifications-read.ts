/** A person has seen their notifications: those named, or all. */
import { MarkReadInput, UnreadView } from '../../contracts/queue.ts';
import {
  countUnread,
  markNotificationsRead as markRows,
} from '../../store/notifications/notifications.ts';
import { action } from '../action.ts';
import { reachOf } from './reach-of.ts';

export const markNotificationsRead = action({
  name: 'mark_notifications_read',
  input: MarkReadInput,
  output: UnreadView,
  permission: 'self.change',
  place: () => ({}),
  async run({ database, clock }, call, { ids }) {
    const reach = reachOf(call.caller);
    await database.inTransaction((transaction) =>
      markRows(transaction, reach.personId, ids ?? null, clock.now()),
    );
    return { unread: await countUnread(database.reader, reach) };
  },
});
