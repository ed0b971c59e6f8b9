import { PresetListView } from '@flowgate/server/contracts';
import { gate } from '#lib/server/gate-api.ts';
import { scopesFor } from '../scopes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  const scopes = scopesFor(me, 'preset.manage', event.url.searchParams.get('project'));
  const { presets } = await gate(event).get('/presets', PresetListView, {
    project: scopes.chosen,
  });
  return { scopes, presets };
};
