import { MeView, NotificationListView, QueueView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  event.depends(liveOn.session, liveOn.everything);
  const api = gate(event);
  const [me, queue, notifications] = await Promise.all([
    api.get('/me', MeView),
    api.get('/queue', QueueView, { limit: 1 }),
    api.get('/notifications', NotificationListView, { limit: 1 }),
  ]);
  return { me, waiting: queue.waiting, unread: notifications.unread };
};
