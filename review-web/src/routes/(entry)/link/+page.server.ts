import { LinkView, SignedInView } from '@flowgate/server/contracts';
import { fail, redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import { keepPreferencesOf } from '#lib/server/preference-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ setHeaders }) => {
  // What is typed here opens an account: no copy of the page may be kept.
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
};

/** The whole address or only its end, as it was pasted. */
function secretIn(pasted: string): string {
  const text = pasted.trim();
  return text.slice(text.lastIndexOf('#') + 1);
}

/** What the link is for stands on the page from one form to the next; the server asks the link itself each time. */
function openedIn(texts: Record<string, string>): LinkView | null {
  try {
    return LinkView.parse(JSON.parse(texts['opened'] ?? ''));
  } catch {
    return null;
  }
}

export const actions: Actions = {
  open: async (event) => {
    const { link: pasted = '' } = textsOf(await event.request.formData());
    const link = secretIn(pasted);
    return attempt({}, async () => ({
      link,
      opened: await gate(event, { asNobody: true }).post('/auth/link', LinkView, { link }),
      values: {} as Record<string, string>,
    }));
  },
  use: async (event) => {
    const texts = textsOf(await event.request.formData());
    const { link = '', username = '', display_name = '', password = '' } = texts;
    const opened = openedIn(texts);
    if (opened === null) redirect(303, paths.link());
    const api = gate(event, { asNobody: true });
    const answer = await attempt({ username, display_name }, async () => {
      if (opened.purpose === 'password_reset') {
        await api.post('/auth/password-reset', nothing, { link, password });
        redirect(303, paths.signInAfter('password'));
      }
      if (opened.purpose === 'second_factor_reset') {
        await api.post('/auth/second-factor-reset', nothing, { link, password });
        redirect(303, paths.signInAfter('second_factor'));
      }
      const { user } = await api.post('/auth/invitation', SignedInView, {
        link,
        password,
        username: username.trim(),
        language: event.locals.language,
        ...(display_name.trim() === '' ? {} : { display_name: display_name.trim() }),
      });
      keepPreferencesOf(event.cookies, user);
      redirect(303, paths.home());
    });
    if (answer?.data.problem.code === 'link_invalid') return answer;
    return answer && fail(answer.status, { ...answer.data, link, opened });
  },
};
