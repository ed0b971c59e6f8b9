import { TraceView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { group: id } = event.params;
  event.depends(liveOn.group(id));
  return { trace: await gate(event).get(`/groups/${encodeURIComponent(id)}/trace`, TraceView) };
};
