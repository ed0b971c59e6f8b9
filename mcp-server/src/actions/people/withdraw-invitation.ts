/** An admin takes an invitation back: its link opens nothing any more. One that is used or gone stays so. */
import { InvitationInput } from '../../contracts/accounts-admin.ts';
import { DoneView } from '../../contracts/primitives.ts';
import { deleteInvitation } from '../../store/people/one-time-links.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { logInInstallation } from './log-in-installation.ts';

export const withdrawInvitation = action({
  name: 'withdraw_invitation',
  input: InvitationInput,
  output: DoneView,
  permission: 'person.manage',
  place: () => ({}),
  async run({ database, clock }, { caller }, { invitation_id: id }) {
    await database.inTransaction(async (transaction) => {
      const gone = await deleteInvitation(transaction, id);
      await logInInstallation(
        transaction,
        actorOf(caller),
        clock.now(),
        gone ? [{ kind: 'person.uninvited', details: { invitation: id } }] : [],
      );
    });
    return { done: true as const };
  },
});
