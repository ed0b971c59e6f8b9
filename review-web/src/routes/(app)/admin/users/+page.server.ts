import { InstallationView, InvitedView, UserListView } from '@flowgate/server/contracts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // A link may stand on it.
  event.setHeaders({ 'cache-control': 'no-store' });
  const api = gate(event);
  const [list, installation] = await Promise.all([
    api.get('/users', UserListView),
    api.get('/installation', InstallationView),
  ]);
  return { ...list, installation };
};

export const actions: Actions = {
  invite: async (event) => {
    const {
      email = '',
      project = '',
      role = '',
      is_admin,
    } = textsOf(await event.request.formData());
    return attempt({ asked: 'invite', email, project, role }, async () => {
      const { link, expires_at } = await gate(event).post('/users/invitations', InvitedView, {
        email: email.trim(),
        is_admin: is_admin === 'yes',
        language: event.locals.language,
        ...(project === '' ? {} : { project, role }),
      });
      return { link, expires_at, email: email.trim() };
    });
  },
  withdraw: async (event) => {
    const { id = '' } = textsOf(await event.request.formData());
    return attempt({ asked: 'withdraw' }, async () => {
      await gate(event).delete(`/users/invitations/${encodeURIComponent(id)}`, nothing);
      return { withdrawn: id };
    });
  },
  demand: async (event) => {
    const { required = '' } = textsOf(await event.request.formData());
    return attempt({ asked: 'demand' }, async () => {
      await gate(event).patch('/installation', InstallationView, {
        requires_second_factor: required === 'yes',
      });
      return { demanded: true };
    });
  },
};
