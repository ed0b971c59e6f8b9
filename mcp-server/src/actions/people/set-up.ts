/** The first admin makes their account with the one-time link, and is signed in. */
import { SetUpInput } from '../../contracts/people.ts';
import { admitLinkAttempt } from '../../identity/link-attempts.ts';
import { hashOfOneTimeSecret } from '../../identity/one-time-secrets.ts';
import { problems } from '../../problems.ts';
import { isUsableLink, useLink } from '../../store/people/one-time-links.ts';
import { hasAdmin } from '../../store/people/people.ts';
import { insertSession } from '../../store/people/sessions.ts';
import { action } from '../action.ts';
import { insertFirstAdmin } from './first-admin.ts';
import { newAccount, orTaken } from './new-account.ts';
import { newSession, SignedIn, signedInWith } from './signed-in.ts';

/** Its output holds the session's cookies: see `SignedIn` for what the door does with it. */
export const setUp = action({
  name: 'set_up',
  input: SetUpInput,
  output: SignedIn,
  permission: 'public',
  place: () => ({}),
  async run(dependencies, call, input) {
    const { database, clock } = dependencies;
    await admitLinkAttempt(dependencies, 'set-up', call.address);
    if (await hasAdmin(database.reader)) throw problems.setupDone();
    const secretHash = hashOfOneTimeSecret(input.link);
    // Looked up before the password is hashed: that is work which only the holder of a link may cause.
    if (!(await isUsableLink(database.reader, 'set_up', secretHash, clock.now()))) {
      throw problems.setupLinkInvalid();
    }
    const account = await newAccount(dependencies, input);
    const session = newSession(dependencies, call, account.id);
    const person = await orTaken(dependencies, input, () =>
      database.inTransaction((transaction) =>
        insertFirstAdmin(transaction, account, {
          actor: { kind: 'person', id: account.id, name: account.displayName },
          with: async () => {
            if (!(await useLink(transaction, 'set_up', secretHash, account.createdAt))) {
              throw problems.setupLinkInvalid();
            }
            await insertSession(transaction, session.row);
          },
          signsIn: { session: session.row.id },
        }),
      ),
    );
    return signedInWith(dependencies, person, session);
  },
});
