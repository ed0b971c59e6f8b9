/** Who changes what protects an account says the password again: an open browser is not enough. */
import type { Call, Dependencies } from '../../dependencies.ts';
import type { PersonCaller } from '../../identity/caller.ts';
import { passwordMatches } from '../../identity/passwords.ts';
import { admitAttempt, attemptKeys } from '../../identity/sign-in-attempts.ts';
import { faultAt, problems } from '../../problems.ts';
import { settleAttempt } from '../../store/people/attempts.ts';
import { findPerson, type PersonRow } from '../../store/people/people.ts';

/** The account. Throws `password_wrong` at `path`, and `too_many` to who guesses: it counts with the sign-ins. */
export async function requirePassword(
  dependencies: Dependencies,
  call: Call,
  caller: PersonCaller,
  path: string,
  password: string,
): Promise<PersonRow> {
  const { database, keys, clock } = dependencies;
  const person = await findPerson(database.reader, caller.id);
  if (person === null) throw problems.sessionExpired();
  const attempt = attemptKeys(keys, person.id, call.address, { isKnown: true });
  await admitAttempt(dependencies, attempt);
  if (!(await passwordMatches(password, person.passwordHash)))
    throw faultAt(path, 'password_wrong');
  await database.inTransaction((transaction) =>
    settleAttempt(transaction, attempt.pair, [attempt.address], clock.now()),
  );
  return person;
}
