/** A person signs out everywhere else: all their sessions but the one they are in. */
import { SessionsEndedView } from '../../contracts/accounts.ts';
import { NoInput } from '../../contracts/primitives.ts';
import { endSessionsOf } from '../../store/people/sessions.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { logInInstallation } from './log-in-installation.ts';
import { requirePerson } from './require-person.ts';

export const endOtherSessions = action({
  name: 'end_other_sessions',
  input: NoInput,
  output: SessionsEndedView,
  permission: 'account.secure',
  place: () => ({}),
  async run({ database, clock }, call) {
    const caller = requirePerson(call.caller);
    const now = clock.now();
    return database.inTransaction(async (transaction) => {
      const ended = await endSessionsOf(transaction, caller.id, now, caller.sessionId);
      await logInInstallation(
        transaction,
        actorOf(caller),
        now,
        ended === 0 ? [] : [{ kind: 'session.ended', details: { person: caller.id, ended } }],
      );
      return { ended };
    });
  },
});
