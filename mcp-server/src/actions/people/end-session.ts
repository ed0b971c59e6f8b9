/** A person signs out elsewhere: one session of theirs. */
import { SessionInput, SessionsEndedView } from '../../contracts/accounts.ts';
import { endSession as endRow } from '../../store/people/sessions.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { logInInstallation } from './log-in-installation.ts';
import { requirePerson } from './require-person.ts';

/** One that is over, somebody else's and none at all look the same: there is nothing to end. */
export const endSession = action({
  name: 'end_session',
  input: SessionInput,
  output: SessionsEndedView,
  permission: 'account.secure',
  place: () => ({}),
  async run({ database, clock }, call, { session_id: session }) {
    const caller = requirePerson(call.caller);
    const now = clock.now();
    return database.inTransaction(async (transaction) => {
      const ended = await endRow(transaction, session, now, caller.id);
      await logInInstallation(
        transaction,
        actorOf(caller),
        now,
        ended ? [{ kind: 'session.ended', details: { person: caller.id, session } }] : [],
      );
      return { ended: ended ? 1 : 0 };
    });
  },
});
