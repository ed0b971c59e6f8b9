/** A person signs in with a name or address and a password. One answer for every failure. */
import { SignInInput } from '../../contracts/people.ts';
import { passwordMatches } from '../../identity/passwords.ts';
import { admitAttempt, attemptKeys } from '../../identity/sign-in-attempts.ts';
import { problems } from '../../problems.ts';
import { appendEvents, INSTALLATION_LOG } from '../../store/events/append-events.ts';
import { settleAttempt } from '../../store/people/attempts.ts';
import { findPersonByName, foldName } from '../../store/people/people.ts';
import { insertSession } from '../../store/people/sessions.ts';
import { action } from '../action.ts';
import { newSession, SignedIn, signedInWith } from './signed-in.ts';

/** Its output holds the session's cookies: see `SignedIn` for what the door does with it. */
export const signIn = action({
  name: 'sign_in',
  input: SignInInput,
  output: SignedIn,
  permission: 'public',
  place: () => ({}),
  async run(dependencies, call, { username, password }) {
    const { database, clock, keys } = dependencies;
    const attempts = attemptKeys(keys, foldName(username), call.address);
    await admitAttempt(dependencies, attempts);
    const person = await findPersonByName(database.reader, username);
    const active = person !== null && person.deactivatedAt === null;
    const matches = await passwordMatches(password, active ? person.passwordHash : null);
    if (!active || !matches) throw problems.signInFailed();

    const session = newSession(dependencies, call, person.id);
    const now = clock.now();
    await database.inTransaction(async (transaction) => {
      await settleAttempt(transaction, attempts.account, attempts.address, now);
      await insertSession(transaction, session.row);
      await appendEvents(transaction, {
        projectId: INSTALLATION_LOG,
        groupId: null,
        actor: { kind: 'person', id: person.id, name: person.displayName },
        at: now,
        events: [{ kind: 'person.signed_in', details: { session: session.row.id } }],
      });
    });
    return signedInWith(dependencies, person, session);
  },
});
