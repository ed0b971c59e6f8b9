import { GroupListView, TokenIssuedView } from '@flowgate/server/contracts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

const GROUPS_OFFERED = 200;

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  const { searchParams } = event.url;
  const group = searchParams.get('group') ?? '';
  const offered = me.projects.filter((one) => one.permissions.includes('token.issue'));
  // A group's id begins with its project's.
  const wish = group.split('.')[0] || searchParams.get('project');
  const project = offered.find((one) => one.slug === wish)?.slug ?? offered[0]?.slug ?? '';
  if (project === '') return { project, group, offered, groups: [] };
  const { groups } = await gate(event).get('/groups', GroupListView, {
    project,
    state: 'open',
    limit: GROUPS_OFFERED,
  });
  return { project, group, offered, groups: groups.map(({ id, title }) => ({ id, title })) };
};

export const actions: Actions = {
  default: async (event) => {
    const texts = textsOf(await event.request.formData());
    const { project = '', group = '', kind = '', label = '', agent = '' } = texts;
    event.setHeaders({ 'cache-control': 'no-store' });
    return attempt(texts, async () => {
      const issued = await gate(event).post('/tokens', TokenIssuedView, {
        project,
        kind,
        ...(kind === 'worker' || group === '' ? {} : { group }),
        ...(label.trim() === '' ? {} : { label: label.trim() }),
        ...(agent.trim() === '' ? {} : { agent: agent.trim() }),
      });
      return { issued };
    });
  },
};
