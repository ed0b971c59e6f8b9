import { SecondFactorView, SessionListView, SignedInView } from '@flowgate/server/contracts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const api = gate(event);
  const [factor, { sessions }] = await Promise.all([
    api.get('/me/second-factor', SecondFactorView),
    api.get('/me/sessions', SessionListView),
  ]);
  return { factor, sessions, after: event.url.searchParams.get('after') };
};

export const actions: Actions = {
  name: async (event) => {
    const texts = textsOf(await event.request.formData());
    const display_name = (texts['display_name'] ?? '').trim();
    return attempt({ display_name }, async () => {
      await gate(event).patch('/me', SignedInView, { display_name });
      return { saved: true };
    });
  },
  end: async (event) => {
    const { id = '' } = textsOf(await event.request.formData());
    return attempt({}, async () => {
      await gate(event).delete(`/me/sessions/${encodeURIComponent(id)}`, nothing);
      return { ended: true };
    });
  },
  end_others: async (event) =>
    attempt({}, async () => {
      await gate(event).delete('/me/sessions', nothing);
      return { ended: true };
    }),
};
