import { WebhookCreatedView, WebhookListView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

const addressOf = (project: string) => `/projects/${encodeURIComponent(project)}/webhooks`;

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  const projects = me.projects.filter(({ permissions }) => permissions.includes('webhook.manage'));
  const project = event.url.searchParams.get('project') || projects[0]?.slug;
  if (project === undefined) redirect(303, paths.home());
  const { webhooks } = await gate(event).get(addressOf(project), WebhookListView);
  return { projects, project, webhooks };
};

export const actions: Actions = {
  create: async (event) => {
    const form = await event.request.formData();
    const values = textsOf(form);
    const { project = '', label = '', url = '' } = values;
    return attempt(values, async () => {
      const input = { label, url, kinds: form.getAll('kinds').map(String) };
      const { webhook, secret } = await gate(event).post(
        addressOf(project),
        WebhookCreatedView,
        input,
      );
      return { created: { label: webhook.label, secret } };
    });
  },
};
