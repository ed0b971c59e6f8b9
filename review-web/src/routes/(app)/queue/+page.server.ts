import { QueueView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { gate } from '#lib/server/gate-api.ts';
import { readAction } from '#lib/server/read-action.ts';
import type { Actions, PageServerLoad } from './$types';

/** One page holds what anybody can get through in a day. */
const ITEMS_SHOWN = 200;

export const load: PageServerLoad = async (event) => {
  event.depends(liveOn.everything);
  const project = event.url.searchParams.get('project') ?? '';
  const queue = await gate(event).get('/queue', QueueView, { project, limit: ITEMS_SHOWN });
  return { queue, project };
};

export const actions: Actions = { read: readAction };
