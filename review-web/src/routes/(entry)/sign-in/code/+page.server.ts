import { SignedInView } from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { localPath, paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { GateProblem, gate } from '#lib/server/gate-api.ts';
import { keepPreferencesOf } from '#lib/server/preference-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

/** Set by the password, and gone five minutes later. */
const PENDING_COOKIE = 'flowgate_second_factor';

export const load: PageServerLoad = ({ url, cookies }) => {
  const next = url.searchParams.get('next') ?? undefined;
  if (!cookies.get(PENDING_COOKIE)) redirect(303, paths.signIn(next));
  return { next, backup: url.searchParams.get('with') === 'backup' };
};

export const actions: Actions = {
  default: async (event) => {
    const { code = '' } = textsOf(await event.request.formData());
    const next = event.url.searchParams.get('next');
    return attempt({}, async () => {
      try {
        const { user } = await gate(event, { asIs: true }).post(
          '/auth/second-factor',
          SignedInView,
          { code },
        );
        keepPreferencesOf(event.cookies, user);
      } catch (cause) {
        // Too long ago: the password comes first again.
        const isOver = cause instanceof GateProblem && cause.view.code === 'session_expired';
        if (isOver) redirect(303, paths.signIn(next ?? undefined));
        throw cause;
      }
      redirect(303, localPath(next));
    });
  },
};
