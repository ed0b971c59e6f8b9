import { ProjectListView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.depends(liveOn.everything);
  const { projects } = await gate(event).get('/projects', ProjectListView);
  return { projects };
};
