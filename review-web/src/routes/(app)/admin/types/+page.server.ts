import { TypeRowListView } from '@flowgate/server/contracts';
import { gate } from '#lib/server/gate-api.ts';
import { scopesFor } from '../scopes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  const scopes = scopesFor(me, 'type.manage', event.url.searchParams.get('project'));
  const { types } = await gate(event).get('/types/definitions', TypeRowListView, {
    project: scopes.chosen,
  });
  return { scopes, types };
};
