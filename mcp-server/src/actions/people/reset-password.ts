/** Whoever holds the link sets a new password. Every session ends; a second factor stays as it is, and is asked for next. */
import { ResetPasswordInput } from '../../contracts/accounts.ts';
import { DoneView } from '../../contracts/primitives.ts';
import { faultOfPassword, hashPassword } from '../../identity/passwords.ts';
import { attemptsOnAccount } from '../../identity/sign-in-attempts.ts';
import { problems } from '../../problems.ts';
import { forgetAttempts } from '../../store/people/attempts.ts';
import { useLink } from '../../store/people/one-time-links.ts';
import { setPassword } from '../../store/people/people.ts';
import { endSessionsOf } from '../../store/people/sessions.ts';
import { action } from '../action.ts';
import { logInInstallation } from './log-in-installation.ts';
import { requireLink } from './require-link.ts';
import { requireLinkOwner } from './require-link-owner.ts';

export const resetPassword = action({
  name: 'reset_password',
  input: ResetPasswordInput,
  output: DoneView,
  permission: 'public',
  place: () => ({}),
  async run(dependencies, call, { link: secret, password }) {
    const { database, clock, keys } = dependencies;
    const link = await requireLink(dependencies, call, secret, 'password_reset');
    const person = await requireLinkOwner(database.reader, link);
    const fault = faultOfPassword('password', password, person);
    if (fault !== null) throw problems.inputInvalid([fault]);
    const hash = await hashPassword(password);
    const now = clock.now();
    await database.inTransaction(async (transaction) => {
      if (!(await useLink(transaction, 'password_reset', link.secretHash, now))) {
        throw problems.linkInvalid();
      }
      await setPassword(transaction, person.id, { hash, mustChange: false, now });
      await forgetAttempts(transaction, attemptsOnAccount(keys, person.id));
      const ended = await endSessionsOf(transaction, person.id, now);
      const actor = { kind: 'person', id: person.id, name: person.displayName } as const;
      await logInInstallation(transaction, actor, now, [
        { kind: 'password.reset', details: { person: person.id, sessions_ended: ended } },
      ]);
    });
    return { done: true as const };
  },
});
