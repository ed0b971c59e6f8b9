import { MeView } from '@flowgate/server/contracts';
import { attempt } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  name: async (event) => {
    const display_name = String((await event.request.formData()).get('display_name') ?? '').trim();
    return attempt({ display_name }, async () => {
      await gate(event).patch('/me', MeView, { display_name });
      return { saved: true };
    });
  },
};
