import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const { current_password = '', new_password = '' } = textsOf(await event.request.formData());
    return attempt({}, async () => {
      await gate(event).put('/me/password', nothing, { current_password, new_password });
      redirect(303, paths.accountAfter('password'));
    });
  },
};
