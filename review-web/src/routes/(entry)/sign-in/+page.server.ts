import { SignInView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { localPath, paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import { keepPreferencesOf } from '#lib/server/preference-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ after: url.searchParams.get('after') });

export const actions: Actions = {
  default: async (event) => {
    const texts = textsOf(await event.request.formData());
    const username = texts['username'] ?? '';
    const next = event.url.searchParams.get('next');
    // The password is never sent back, not even into its own field.
    return attempt({ username }, async () => {
      const answer = await gate(event, { asNobody: true }).post('/auth/login', SignInView, {
        username,
        password: texts['password'] ?? '',
      });
      if (!('user' in answer)) redirect(303, paths.signInCode(next ?? undefined));
      keepPreferencesOf(event.cookies, answer.user);
      redirect(303, localPath(next));
    });
  },
};
