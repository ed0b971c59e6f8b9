/** Whoever holds the link and knows the password takes the second factor away: the link alone opens nothing. */
import { ResetSecondFactorInput } from '../../contracts/accounts.ts';
import { DoneView } from '../../contracts/primitives.ts';
import { passwordMatches } from '../../identity/passwords.ts';
import { admitAttempt, attemptKeys, attemptsOnAccount } from '../../identity/sign-in-attempts.ts';
import { faultAt, problems } from '../../problems.ts';
import { forgetAttempts } from '../../store/people/attempts.ts';
import { useLink } from '../../store/people/one-time-links.ts';
import { turnSecondFactorOff } from '../../store/people/second-factors.ts';
import { endSessionsOf } from '../../store/people/sessions.ts';
import { action } from '../action.ts';
import { logInInstallation } from './log-in-installation.ts';
import { requireLink } from './require-link.ts';
import { requireLinkOwner } from './require-link-owner.ts';

export const resetSecondFactor = action({
  name: 'reset_second_factor',
  input: ResetSecondFactorInput,
  output: DoneView,
  permission: 'public',
  place: () => ({}),
  async run(dependencies, call, { link: secret, password }) {
    const { database, clock, keys } = dependencies;
    const link = await requireLink(dependencies, call, secret, 'second_factor_reset');
    const person = await requireLinkOwner(database.reader, link);
    await admitAttempt(dependencies, attemptKeys(keys, person.id, call.address));
    if (!(await passwordMatches(password, person.passwordHash))) {
      throw faultAt('password', 'password_wrong');
    }
    const now = clock.now();
    await database.inTransaction(async (transaction) => {
      if (!(await useLink(transaction, 'second_factor_reset', link.secretHash, now))) {
        throw problems.linkInvalid();
      }
      await turnSecondFactorOff(transaction, person.id);
      await forgetAttempts(transaction, attemptsOnAccount(keys, person.id));
      const ended = await endSessionsOf(transaction, person.id, now);
      const actor = { kind: 'person', id: person.id, name: person.displayName } as const;
      await logInInstallation(transaction, actor, now, [
        { kind: 'second_factor.reset', details: { person: person.id, sessions_ended: ended } },
      ]);
    });
    return { done: true as const };
  },
});
