/** A person chooses another password. Every other session of theirs ends: whoever knew the old one is out. */
import { ChangePasswordInput } from '../../contracts/accounts.ts';
import { DoneView } from '../../contracts/primitives.ts';
import { faultOfPassword, hashPassword, passwordMatches } from '../../identity/passwords.ts';
import { faultAt, problems } from '../../problems.ts';
import { endLinksOf } from '../../store/people/one-time-links.ts';
import { setPassword } from '../../store/people/people.ts';
import { endSessionsOf } from '../../store/people/sessions.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { logInInstallation } from './log-in-installation.ts';
import { requirePassword } from './require-password.ts';
import { requirePerson } from './require-person.ts';

export const changePassword = action({
  name: 'change_password',
  input: ChangePasswordInput,
  output: DoneView,
  permission: 'account.secure',
  place: () => ({}),
  async run(dependencies, call, { current_password, new_password }) {
    const { database, clock } = dependencies;
    const caller = requirePerson(call.caller);
    const person = await requirePassword(
      dependencies,
      call,
      caller,
      'current_password',
      current_password,
    );
    const fault = faultOfPassword('new_password', new_password, person);
    if (fault !== null) throw problems.inputInvalid([fault]);
    // A forced change that changes nothing would be none.
    if (await passwordMatches(new_password, person.passwordHash)) {
      throw faultAt('new_password', 'password_same');
    }
    const hash = await hashPassword(new_password);
    const now = clock.now();
    await database.inTransaction(async (transaction) => {
      await setPassword(transaction, person.id, { hash, mustChange: false, now });
      await endLinksOf(transaction, person.id);
      const ended = await endSessionsOf(transaction, person.id, now, caller.sessionId);
      await logInInstallation(transaction, actorOf(caller), now, [
        { kind: 'password.changed', details: { person: person.id, sessions_ended: ended } },
      ]);
    });
    return { done: true as const };
  },
});
