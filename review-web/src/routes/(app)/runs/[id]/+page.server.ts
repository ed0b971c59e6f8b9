import { RunDetailView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { gate } from '#lib/server/gate-api.ts';
import { readAction } from '#lib/server/read-action.ts';
import { runAction } from '#lib/server/run-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const detail = await gate(event).get(`/runs/${encodeURIComponent(id)}`, RunDetailView);
  event.depends(liveOn.group(detail.run.group_id));
  const { me } = await event.parent();
  const place = me.projects.find(({ slug }) => detail.run.group_id.startsWith(`${slug}.`));
  return { ...detail, mayRead: place?.permissions.includes('verdict.give') ?? false };
};

export const actions: Actions = { run: runAction, read: readAction };
