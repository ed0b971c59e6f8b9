import { TypeDefinitionReadView, TypeRowListView } from '@flowgate/server/contracts';
import { gate } from '#lib/server/gate-api.ts';
import { scopesFor } from '../../scopes.ts';
import { previewOf, projectOf, saveType } from '../type-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  const scopes = scopesFor(me, 'type.manage', projectOf(event));
  const { types } = await gate(event).get('/types/definitions', TypeRowListView, {
    project: scopes.chosen,
  });
  return { scopes, reports: types.filter((type) => type.active && type.series === 'report') };
};

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    return saveType(form, projectOf(event), async (body) => {
      const sent = { ...body, code: form.get('code'), series: form.get('series') };
      const { type } = await gate(event).post('/types', TypeDefinitionReadView, sent);
      return type.code;
    });
  },
  preview: async (event) => previewOf(await event.request.formData()),
};
