import { SignedInView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { LANGUAGE_COOKIE } from '#lib/languages.ts';
import { localPath } from '#lib/paths.ts';
import { THEME_COOKIE } from '#lib/preferences.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import { keepPreference } from '#lib/server/preference-cookies.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const texts = textsOf(await event.request.formData());
    const username = texts['username'] ?? '';
    // The password is never sent back, not even into its own field.
    return attempt({ username }, async () => {
      const { user } = await gate(event, { asNobody: true }).post('/auth/login', SignedInView, {
        username,
        password: texts['password'] ?? '',
      });
      keepPreference(event.cookies, LANGUAGE_COOKIE, user.language);
      keepPreference(event.cookies, THEME_COOKIE, user.theme);
      redirect(303, localPath(event.url.searchParams.get('next')));
    });
  },
};
