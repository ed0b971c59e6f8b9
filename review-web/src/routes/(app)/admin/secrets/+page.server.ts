import { SecretListView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

const addressOf = (project: string, id = '') =>
  `/projects/${encodeURIComponent(project)}/secrets${id === '' ? '' : `/${encodeURIComponent(id)}`}`;

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  const projects = me.projects.filter(({ permissions }) => permissions.includes('secret.allow'));
  const project = event.url.searchParams.get('project') || projects[0]?.slug;
  if (project === undefined) redirect(303, paths.home());
  const { findings } = await gate(event).get(addressOf(project), SecretListView);
  return { projects, project, findings };
};

export const actions: Actions = {
  allow: async (event) => {
    const values = textsOf(await event.request.formData());
    const { project = '', id = '', note = '' } = values;
    return attempt(values, async () => {
      await gate(event).put(addressOf(project, id), SecretListView, { note });
      return { done: id };
    });
  },
  disallow: async (event) => {
    const values = textsOf(await event.request.formData());
    const { project = '', id = '' } = values;
    return attempt(values, async () => {
      await gate(event).delete(addressOf(project, id), SecretListView);
      return { done: id };
    });
  },
};
