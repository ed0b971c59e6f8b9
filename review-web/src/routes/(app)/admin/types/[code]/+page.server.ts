import {
  TypeDefinitionReadView,
  TypeRowListView,
  TypeVersionListView,
} from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import { scopesFor } from '../../scopes.ts';
import { changeType, previewOf, projectOf, renderedTexts, saveType } from '../type-actions.ts';
import { draftOf } from '../type-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  const api = gate(event);
  const scopes = scopesFor(me, 'type.manage', projectOf(event));
  const project = scopes.chosen;
  const path = `/types/${encodeURIComponent(event.params.code)}`;
  const version = event.url.searchParams.get('version') ?? undefined;
  const [{ type }, { versions }, { types }] = await Promise.all([
    api.get(`${path}/definition`, TypeDefinitionReadView, { project, version }),
    api.get(`${path}/versions`, TypeVersionListView, { project }),
    api.get('/types/definitions', TypeRowListView, { project }),
  ]);
  const draft = draftOf(type);
  return {
    scopes,
    type,
    versions,
    draft,
    rendered: renderedTexts(draft),
    reports: types.filter((one) => one.active && one.series === 'report'),
  };
};

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const { code } = event.params;
    const project = projectOf(event);
    return saveType(form, project, async (body) => {
      const api = gate(event);
      // The project has none of its own yet: what is saved is one, and stands in for the installation's.
      if (form.get('own') === 'new') {
        const sent = { ...body, code, series: form.get('series') };
        return (await api.post('/types', TypeDefinitionReadView, sent)).type.code;
      }
      return changeType(api, code, Number(form.get('version')), body);
    });
  },
  preview: async (event) => previewOf(await event.request.formData()),
  remove: async (event) => {
    const project = projectOf(event);
    const path = `/types/${encodeURIComponent(event.params.code)}`;
    return attempt({}, async () => {
      const query = project === '' ? '' : `?project=${encodeURIComponent(project)}`;
      await gate(event).delete(path + query, nothing);
      redirect(303, paths.types(project));
    });
  },
};
