/** A person signs in with a name or address and a password. One answer for every failure. */
import { SignInInput } from '../../contracts/people.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { KNOWN_ADDRESS_SECONDS, SECOND_FACTOR_PENDING_SECONDS } from '../../gate/limits.ts';
import { passwordMatches } from '../../identity/passwords.ts';
import { type AttemptKeys, admitAttempt, attemptKeys } from '../../identity/sign-in-attempts.ts';
import { problems } from '../../problems.ts';
import { settleAttempt } from '../../store/people/attempts.ts';
import { findPersonByName, foldName, type PersonRow } from '../../store/people/people.ts';
import { hasSignedInFrom, insertSession } from '../../store/people/sessions.ts';
import { action } from '../action.ts';
import { logInInstallation } from './log-in-installation.ts';
import { newSession, SignInStep, signedInWith } from './signed-in.ts';

/** Its output holds cookies: see `SignedIn` for what the door does with them. */
export const signIn = action({
  name: 'sign_in',
  input: SignInInput,
  output: SignInStep,
  permission: 'public',
  place: () => ({}),
  async run(dependencies, call, { username, password }) {
    const { database, clock } = dependencies;
    const person = await findPersonByName(database.reader, username);
    const attempt = await attemptOf(dependencies, call, person?.id ?? null, username);
    await admitAttempt(dependencies, attempt);
    const active = person !== null && person.deactivatedAt === null;
    const matches = await passwordMatches(password, active ? person.passwordHash : null);
    if (!active || !matches) throw problems.signInFailed();

    if (person.secondFactorSince !== null) return askForCode(dependencies, attempt, person);
    const session = newSession(dependencies, call, person.id);
    const now = clock.now();
    await database.inTransaction(async (transaction) => {
      await settle(transaction, attempt, now);
      await insertSession(transaction, session.row);
      const actor = { kind: 'person', id: person.id, name: person.displayName } as const;
      const details = { session: session.row.id };
      await logInInstallation(transaction, actor, now, [{ kind: 'person.signed_in', details }]);
    });
    return signedInWith(dependencies, person, session);
  },
});

/** Looked up for everybody alike, so that a name that isn't there takes as long. */
async function attemptOf(
  { database, keys, clock }: Dependencies,
  { address }: Call,
  personId: string | null,
  username: string,
): Promise<AttemptKeys> {
  const since = new Date(clock.now().getTime() - KNOWN_ADDRESS_SECONDS * 1000);
  const isKnown = await hasSignedInFrom(database.reader, personId ?? '', address, since);
  return attemptKeys(keys, personId ?? foldName(username), address, { isKnown });
}

function settle(
  transaction: Parameters<typeof settleAttempt>[0],
  { pair, account, address }: AttemptKeys,
  now: Date,
): Promise<void> {
  return settleAttempt(transaction, pair ?? account, [account, address], now);
}

/** The password was right, so nothing is counted for it; whoever knows it still needs the code. */
async function askForCode(
  { database, clock, keys }: Dependencies,
  attempt: AttemptKeys,
  person: PersonRow,
) {
  const now = clock.now();
  await database.inTransaction((transaction) => settle(transaction, attempt, now));
  const expiresAt = new Date(now.getTime() + SECOND_FACTOR_PENDING_SECONDS * 1000);
  const claims = { person: person.id, password: stampOfPassword(person) };
  const pending = keys.claims.sign('second-factor', claims, now, expiresAt);
  return { second_factor_required: true as const, cookies: { second_factor: pending } };
}

/** Which password it was: another one since, and the code comes too late. */
export function stampOfPassword({ passwordChangedAt }: PersonRow): number {
  return passwordChangedAt?.getTime() ?? 0;
}
