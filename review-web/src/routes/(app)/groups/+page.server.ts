import { GROUP_STATES, GroupListView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { PageServerLoad } from './$types';

const GROUPS_SHOWN = 100;

export const load: PageServerLoad = async (event) => {
  event.depends(liveOn.everything);
  const { searchParams } = event.url;
  const project = searchParams.get('project') ?? '';
  const query = searchParams.get('query') ?? '';
  const wish = searchParams.get('state') ?? 'open';
  const state = GROUP_STATES.find((name) => name === wish);
  const cursor = searchParams.get('cursor') ?? '';
  const list = await gate(event).get('/groups', GroupListView, {
    project,
    query,
    cursor,
    limit: GROUPS_SHOWN,
    ...(state ? { state } : {}),
  });
  return { groups: list.groups, next: list.cursor, project, query, state: state ?? 'all' };
};
