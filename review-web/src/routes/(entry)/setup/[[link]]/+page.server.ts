import { SignedInView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, setHeaders }) => {
  // The address holds a secret: no copy of the page may keep it.
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  return { link: params.link ?? url.searchParams.get('link') ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const {
      link = '',
      username = '',
      email = '',
      display_name = '',
      password = '',
    } = textsOf(await event.request.formData());
    return attempt({ link, username, email, display_name }, async () => {
      await gate(event, { asNobody: true }).post('/setup', SignedInView, {
        link: link.trim(),
        username: username.trim(),
        email: email.trim(),
        password,
        language: event.locals.language,
        ...(display_name.trim() === '' ? {} : { display_name: display_name.trim() }),
      });
      redirect(303, paths.newProject());
    });
  },
};
