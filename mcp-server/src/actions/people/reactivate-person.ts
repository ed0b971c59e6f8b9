/** Somebody comes back: they sign in with what they had. Sessions and keys that ended stay ended. */
import { AccountChangedView, AccountInput } from '../../contracts/accounts-admin.ts';
import { changeAccount } from '../../store/people/people.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { accountNow } from './account-view.ts';
import { logInInstallation } from './log-in-installation.ts';
import { requireAccount } from './require-account.ts';

export const reactivatePerson = action({
  name: 'reactivate_person',
  input: AccountInput,
  output: AccountChangedView,
  permission: 'person.manage',
  place: () => ({}),
  async run({ database, clock }, { caller }, { username: name }) {
    const { id, username, deactivatedAt } = await requireAccount(database.reader, name);
    if (deactivatedAt !== null) {
      await database.inTransaction(async (transaction) => {
        await changeAccount(transaction, id, { deactivatedAt: null });
        await logInInstallation(transaction, actorOf(caller), clock.now(), [
          { kind: 'person.reactivated', details: { person: id, username } },
        ]);
      });
    }
    return { user: await accountNow(database.reader, id) };
  },
});
