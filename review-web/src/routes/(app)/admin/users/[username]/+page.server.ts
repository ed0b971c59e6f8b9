import { AccountChangedView, OneTimeLinkView, UserListView } from '@flowgate/server/contracts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // A link may stand on it.
  event.setHeaders({ 'cache-control': 'no-store' });
  const { users } = await gate(event).get('/users', UserListView);
  const user = users.find(({ username }) => username === event.params.username);
  if (user === undefined) {
    error(404, {
      message: m.error_title_404(),
      code: 'not_found',
      hint: null,
      errors: [],
      reference: null,
    });
  }
  return { user };
};

type UserEvent = RequestEvent<{ username: string }>;

const addressOf = ({ params }: UserEvent, rest = '') =>
  `/users/${encodeURIComponent(params.username)}${rest}`;

/** An act on the account that changes it. */
const act = (asked: string) => (event: UserEvent) =>
  attempt({ asked }, async () => {
    await gate(event).post(addressOf(event, `/${asked}`), AccountChangedView);
    return { done: asked };
  });

/** An act that makes a link to hand over. */
const offer = (asked: 'password-reset' | 'second-factor-reset') => (event: UserEvent) =>
  attempt({ asked }, async () => ({
    offered: asked,
    ...(await gate(event).post(addressOf(event, `/${asked}`), OneTimeLinkView)),
  }));

export const actions: Actions = {
  change: async (event) => {
    const texts = textsOf(await event.request.formData());
    const wanted = (name: string) =>
      texts[name] === undefined ? {} : { [name]: texts[name] === 'yes' };
    return attempt({ asked: 'change' }, async () => {
      const wish = { ...wanted('is_admin'), ...wanted('must_change_password') };
      await gate(event).patch(addressOf(event), AccountChangedView, wish);
      return { done: 'change' };
    });
  },
  deactivate: act('deactivation'),
  reactivate: act('reactivation'),
  unlock: act('unlocking'),
  reset_password: offer('password-reset'),
  reset_second_factor: offer('second-factor-reset'),
};
