/** The second half of signing in: a code of the app or a backup code. Each opens once. */
import { EnterSecondFactorInput } from '../../contracts/accounts.ts';
import { KNOWN_ADDRESS_SECONDS } from '../../gate/limits.ts';
import { checkCode } from '../../identity/check-code.ts';
import { admitAttempt, attemptKeys } from '../../identity/sign-in-attempts.ts';
import { problems } from '../../problems.ts';
import { settleAttempt } from '../../store/people/attempts.ts';
import { findPerson } from '../../store/people/people.ts';
import { hasSignedInFrom, insertSession } from '../../store/people/sessions.ts';
import { action } from '../action.ts';
import { logInInstallation } from './log-in-installation.ts';
import { stampOfPassword } from './sign-in.ts';
import { newSession, SignedIn, signedInWith } from './signed-in.ts';

/** Throws `session_expired` when the password was too long ago, `sign_in_failed` for every code that doesn't do. */
export const enterSecondFactor = action({
  name: 'enter_second_factor',
  input: EnterSecondFactorInput,
  output: SignedIn,
  permission: 'public',
  place: () => ({}),
  async run(dependencies, call, { pending, code }) {
    const { database, clock, keys } = dependencies;
    const now = clock.now();
    const { person: id, password } = keys.claims.read('second-factor', pending, now) ?? {};
    if (typeof id !== 'string') throw problems.sessionExpired();
    const person = await findPerson(database.reader, id);
    const isOver =
      person === null ||
      person.deactivatedAt !== null ||
      person.secondFactorSince === null ||
      stampOfPassword(person) !== password;
    if (isOver) throw problems.sessionExpired();

    const since = new Date(now.getTime() - KNOWN_ADDRESS_SECONDS * 1000);
    const isKnown = await hasSignedInFrom(database.reader, id, call.address, since);
    const attempt = attemptKeys(keys, id, call.address, { purpose: 'code', isKnown });
    await admitAttempt(dependencies, attempt);
    const checked = await checkCode(dependencies, person, code);
    if (checked === null) throw problems.signInFailed();

    const session = newSession(dependencies, call, id);
    await database.inTransaction(async (transaction) => {
      if (!(await checked.spend(transaction))) throw problems.signInFailed();
      await settleAttempt(transaction, attempt.pair, [attempt.account, attempt.address], now);
      await insertSession(transaction, session.row);
      const actor = { kind: 'person', id, name: person.displayName } as const;
      await logInInstallation(transaction, actor, now, [
        { kind: 'person.signed_in', details: { session: session.row.id } },
        ...(checked.kind === 'backup'
          ? [{ kind: 'second_factor.backup_code_used' as const, details: {} }]
          : []),
      ]);
    });
    return signedInWith(dependencies, person, session);
  },
});
