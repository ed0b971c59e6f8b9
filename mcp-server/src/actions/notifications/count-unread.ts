/** How many notifications a person hasn't seen yet. */
import { NoInput } from '../../contracts/primitives.ts';
import { UnreadView } from '../../contracts/queue.ts';
import { countUnread as countRows } from '../../store/notifications/notifications.ts';
import { action } from '../action.ts';
import { reachOf } from './reach-of.ts';

export const countUnread = action({
  name: 'count_unread',
  input: NoInput,
  output: UnreadView,
  permission: 'self.read',
  place: () => ({}),
  async run({ database: { reader } }, call) {
    return { unread: await countRows(reader, reachOf(call.caller)) };
  },
});
