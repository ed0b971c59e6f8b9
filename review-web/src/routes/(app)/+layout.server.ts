import { MeView, NotificationListView, QueueView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { liveOn } from '#lib/live-topics.ts';
import { paths } from '#lib/paths.ts';
import { GateProblem, gate } from '#lib/server/gate-api.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  event.depends(liveOn.session, liveOn.everything);
  const api = gate(event);
  const [me, queue, notifications] = await Promise.all([
    api.get('/me', MeView),
    unlessOwing(api.get('/queue', QueueView, { limit: 1 })),
    unlessOwing(api.get('/notifications', NotificationListView, { limit: 1 })),
  ]);
  const owed = owedPage(me);
  if (owed !== null && event.url.pathname !== owed) redirect(303, owed);
  return { me, waiting: queue?.waiting ?? 0, unread: notifications?.unread ?? 0 };
};

/** Where a new password or a second factor is owed, nothing else is read; `/me` says so. */
async function unlessOwing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (cause) {
    if (cause instanceof GateProblem && OWING.includes(cause.view.code)) return null;
    throw cause;
  }
}

const OWING = ['password_change_needed', 'second_factor_needed'];

/** The one page that is open to who owes something; the server refuses the others, too. */
function owedPage({ owes }: MeView): string | null {
  if (owes === null) return null;
  return owes === 'password_change' ? paths.accountPassword() : paths.accountSecondFactor();
}
