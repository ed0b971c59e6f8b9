import { GroupView, TimelineView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import { questionActions } from '#lib/server/question-actions.ts';
import type { Actions, PageServerLoad } from './$types';

const ENTRIES_SHOWN = 50;
const RUN_VERBS = ['pause', 'resume', 'stop'] as const;

export const load: PageServerLoad = async (event) => {
  const { group: id } = event.params;
  event.depends(liveOn.group(id));
  const api = gate(event);
  const path = `/groups/${encodeURIComponent(id)}`;
  const cursor = event.url.searchParams.get('cursor') ?? '';
  const [view, timeline] = await Promise.all([
    api.get(path, GroupView),
    api.get(`${path}/timeline`, TimelineView, { limit: ENTRIES_SHOWN, cursor }),
  ]);
  return { ...view, timeline };
};

export const actions: Actions = {
  ...questionActions,
  run: async (event) => {
    const texts = textsOf(await event.request.formData());
    const verb = RUN_VERBS.find((name) => name === texts['verb']) ?? 'pause';
    return attempt(texts, async () => {
      await gate(event).post(`/runs/${encodeURIComponent(texts['run_id'] ?? '')}/${verb}`, nothing);
      return { ran: verb };
    });
  },
  discard: async (event) => {
    const texts = textsOf(await event.request.formData());
    return attempt(texts, async () => {
      await gate(event).post(`/groups/${encodeURIComponent(event.params.group)}/discard`, nothing, {
        reason: texts['reason'] ?? '',
      });
      return { discarded: true };
    });
  },
};
