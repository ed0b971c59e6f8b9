/** A person turns their second factor off, with the password and a code: neither a thief of the one nor of the other can. */
import { RemoveSecondFactorInput } from '../../contracts/accounts.ts';
import { DoneView } from '../../contracts/primitives.ts';
import { checkCode } from '../../identity/check-code.ts';
import { admitAttempt, attemptKeys } from '../../identity/sign-in-attempts.ts';
import { faultAt } from '../../problems.ts';
import { settleAttempt } from '../../store/people/attempts.ts';
import { turnSecondFactorOff } from '../../store/people/second-factors.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { logInInstallation } from './log-in-installation.ts';
import { requirePassword } from './require-password.ts';
import { requirePerson } from './require-person.ts';

/** Where one is asked for, what it protected is closed to them from the next call on. */
export const removeSecondFactor = action({
  name: 'remove_second_factor',
  input: RemoveSecondFactorInput,
  output: DoneView,
  permission: 'account.secure',
  place: () => ({}),
  async run(dependencies, call, { password, code }) {
    const { database, clock, keys } = dependencies;
    const caller = requirePerson(call.caller);
    const person = await requirePassword(dependencies, call, caller, 'password', password);
    const attempt = attemptKeys(keys, person.id, call.address, { purpose: 'code', isKnown: true });
    await admitAttempt(dependencies, attempt);
    const checked = await checkCode(dependencies, person, code);
    if (checked === null) throw faultAt('code', 'code_wrong');
    const now = clock.now();
    await database.inTransaction(async (transaction) => {
      if (!(await checked.spend(transaction))) throw faultAt('code', 'code_wrong');
      await turnSecondFactorOff(transaction, person.id);
      await settleAttempt(transaction, attempt.pair, [attempt.address], now);
      await logInInstallation(transaction, actorOf(caller), now, [
        { kind: 'second_factor.turned_off', details: { person: person.id } },
      ]);
    });
    return { done: true as const };
  },
});
