import { NotificationListView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { attempt } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

const NOTIFICATIONS_SHOWN = 100;

export const load: PageServerLoad = async (event) => {
  event.depends(liveOn.everything);
  const unreadOnly = event.url.searchParams.get('show') !== 'all';
  const list = await gate(event).get('/notifications', NotificationListView, {
    limit: NOTIFICATIONS_SHOWN,
    ...(unreadOnly ? { unread: true } : {}),
  });
  return { notifications: list.notifications, unreadOnly };
};

export const actions: Actions = {
  read: async (event) => {
    const id = (await event.request.formData()).get('id');
    const ids = typeof id === 'string' && id !== '' ? { ids: [id] } : {};
    return attempt({}, async () => {
      await gate(event).post('/notifications/read', nothing, ids);
      return { read: true };
    });
  },
};
