import { PresetReadView, TypeListView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import { scopesFor } from '../../scopes.ts';
import { arrangedForm, savePreset } from '../preset-actions.ts';
import { draftOf } from '../preset-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  const scopes = scopesFor(me, 'preset.manage', event.url.searchParams.get('project'));
  const api = gate(event);
  const project = scopes.chosen;
  const [{ preset }, { types }] = await Promise.all([
    api.get(`/presets/${encodeURIComponent(event.params.code)}`, PresetReadView, { project }),
    api.get('/types', TypeListView, { project }),
  ]);
  return { scopes, preset, types, draft: draftOf(preset) };
};

export const actions: Actions = {
  save: async (event) => {
    const project = event.url.searchParams.get('project') ?? '';
    return savePreset(gate(event), await event.request.formData(), project, event.params.code);
  },
  arrange: async (event) => arrangedForm(await event.request.formData()),
  remove: async (event) => {
    const project = event.url.searchParams.get('project') ?? '';
    const query = project === '' ? '' : `?project=${encodeURIComponent(project)}`;
    return attempt({}, async () => {
      await gate(event).delete(
        `/presets/${encodeURIComponent(event.params.code)}${query}`,
        nothing,
      );
      redirect(303, paths.presets(project));
    });
  },
};
