import {
  GroupListView,
  GroupView,
  TokenIssuedView,
  TypeListView,
} from '@flowgate/server/contracts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import { PURPOSES } from '../kinds.ts';
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
  const nothing = { groups: [], steps: [], types: [] };
  if (project === '') return { project, group, offered, ...nothing };
  const api = gate(event);
  const [{ groups }, { types }, steps] = await Promise.all([
    api.get('/groups', GroupListView, { project, state: 'open', limit: GROUPS_OFFERED }),
    api.get('/types', TypeListView, { project }),
    group === ''
      ? []
      : api
          .get(`/groups/${encodeURIComponent(group)}`, GroupView)
          .then(({ sequence }) => sequence.steps),
  ]);
  return {
    project,
    group,
    offered,
    groups: groups.map(({ id, title }) => ({ id, title })),
    types: types.map(({ code, name, series }) => ({ code, name, series })),
    steps: steps
      .filter(({ state, type }) => state !== 'approved' && type !== 'AC')
      .map(({ id, number, type }) => ({ id, number, type })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const texts = textsOf(form);
    event.setHeaders({ 'cache-control': 'no-store' });
    return attempt(texts, async () => {
      const input = inputOf(texts, form.getAll('types').map(String));
      return { issued: await gate(event).post('/tokens', TokenIssuedView, input) };
    });
  },
};

/** Only what was chosen, and of that only what this kind has. */
function inputOf(texts: Record<string, string>, types: string[]): object {
  const chosen = (name: string) => texts[name]?.trim() ?? '';
  const kind = chosen('kind');
  const inGroup = kind === 'step' || kind === 'continuation';
  const runs = kind === 'continuation' || kind === 'worker';
  const scopes = PURPOSES[chosen('purpose')]?.scopes;
  const wished: [string, unknown, boolean][] = [
    ['group', chosen('group'), inGroup],
    ['step', chosen('step'), kind === 'step'],
    ['target_step', chosen('target_step'), kind === 'continuation'],
    ['scopes', scopes ?? '', kind !== 'ci'],
    ['types', types.length === 0 ? '' : types, kind !== 'ci'],
    ['agent', chosen('agent'), true],
    ['mode', chosen('mode'), runs],
    ['label', chosen('label'), true],
    ['expires_in_seconds', Number(chosen('life')) || '', true],
  ];
  const given = wished.filter(([, value, fits]) => fits && value !== '');
  return {
    project: chosen('project'),
    kind,
    ...Object.fromEntries(given.map(([name, value]) => [name, value])),
  };
}
