import {
  DeliveryListView,
  TestedWebhookView,
  WebhookChangedView,
} from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const DELIVERIES_SHOWN = 50;

const addressOf = (event: Pick<RequestEvent, 'params'>) =>
  `/webhooks/${encodeURIComponent(event.params.id)}`;

export const load: PageServerLoad = async (event) => {
  const cursor = event.url.searchParams.get('cursor') ?? '';
  return gate(event).get(`${addressOf(event)}/deliveries`, DeliveryListView, {
    limit: DELIVERIES_SHOWN,
    cursor,
  });
};

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const values = textsOf(form);
    const { label = '', url = '' } = values;
    return attempt(values, async () => {
      const input = { label, url, kinds: form.getAll('kinds').map(String) };
      await gate(event).patch(addressOf(event), WebhookChangedView, input);
      return { saved: true };
    });
  },
  switch: async (event) => {
    const active = (await event.request.formData()).get('active') === 'true';
    return attempt({}, async () => {
      await gate(event).patch(addressOf(event), WebhookChangedView, { active });
      return { saved: true };
    });
  },
  secret: async (event) =>
    attempt({}, async () => {
      const changed = await gate(event).patch(addressOf(event), WebhookChangedView, {
        new_secret: true,
      });
      return { secret: changed.secret };
    }),
  test: async (event) =>
    attempt({}, async () => {
      await gate(event).post(`${addressOf(event)}/test`, TestedWebhookView, {});
      return { sent: true };
    }),
  again: async (event) => {
    const id = String((await event.request.formData()).get('id') ?? '');
    return attempt({ id }, async () => {
      const address = `${addressOf(event)}/deliveries/${encodeURIComponent(id)}/attempt`;
      await gate(event).post(address, TestedWebhookView, {});
      return { sent: true };
    });
  },
  remove: async (event) => {
    const removed = await attempt({}, async () => {
      await gate(event).delete(addressOf(event), nothing);
      return { removed: true };
    });
    if ('removed' in removed) redirect(303, paths.webhooks());
    return removed;
  },
};
