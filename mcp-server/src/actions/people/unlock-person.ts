/** An admin lifts the wait on signing in to an account, whoever caused it. */
import { AccountChangedView, AccountInput } from '../../contracts/accounts-admin.ts';
import { attemptsOnAccount } from '../../identity/sign-in-attempts.ts';
import { forgetAttempts } from '../../store/people/attempts.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { accountNow } from './account-view.ts';
import { logInInstallation } from './log-in-installation.ts';
import { requireAccount } from './require-account.ts';

/** What an address has tried on many accounts stays counted. */
export const unlockPerson = action({
  name: 'unlock_person',
  input: AccountInput,
  output: AccountChangedView,
  permission: 'person.manage',
  place: () => ({}),
  async run({ database, clock, keys }, { caller }, { username: name }) {
    const { id, username } = await requireAccount(database.reader, name);
    await database.inTransaction(async (transaction) => {
      const forgotten = await forgetAttempts(transaction, attemptsOnAccount(keys, id));
      const details = { person: id, username };
      await logInInstallation(
        transaction,
        actorOf(caller),
        clock.now(),
        forgotten === 0 ? [] : [{ kind: 'person.unlocked', details }],
      );
    });
    return { user: await accountNow(database.reader, id) };
  },
});
