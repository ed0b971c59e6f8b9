import { HandoffView, TokenChangedView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { liveOn } from '#lib/live-topics.ts';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.depends(liveOn.everything);
  const read = await gate(event).get(`${addressOf(event.params.id)}/handoff`, HandoffView);
  return { ...read, now: new Date().toISOString() };
};

export const actions: Actions = {
  extend: async (event) => {
    const texts = textsOf(await event.request.formData());
    return attempt(texts, async () => {
      const input = { expires_in_seconds: Number(texts['seconds']) };
      const address = `${addressOf(event.params.id)}/extension`;
      await gate(event).post(address, TokenChangedView, input);
      return { extended: true };
    });
  },
  revoke: async (event) => {
    return attempt({}, async () => {
      await gate(event).delete(addressOf(event.params.id), nothing);
      redirect(303, paths.tokens());
    });
  },
};

function addressOf(id: string): string {
  return `/tokens/${encodeURIComponent(id)}`;
}
