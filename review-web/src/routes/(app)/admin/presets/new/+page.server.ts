import { TypeListView } from '@flowgate/server/contracts';
import { gate } from '#lib/server/gate-api.ts';
import { scopesFor } from '../../scopes.ts';
import { arrangedForm, savePreset } from '../preset-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  const scopes = scopesFor(me, 'preset.manage', event.url.searchParams.get('project'));
  const { types } = await gate(event).get('/types', TypeListView, { project: scopes.chosen });
  return { scopes, types };
};

export const actions: Actions = {
  save: async (event) => {
    const project = event.url.searchParams.get('project') ?? '';
    return savePreset(gate(event), await event.request.formData(), project, null);
  },
  arrange: async (event) => arrangedForm(await event.request.formData()),
};
