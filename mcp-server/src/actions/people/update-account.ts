/** An admin makes somebody an admin or no longer one, or has them choose another password. The last admin stays. */
import { AccountChangedView, UpdateAccountInput } from '../../contracts/accounts-admin.ts';
import { problems } from '../../problems.ts';
import { lockInstallation } from '../../store/installation/installation.ts';
import { changeAccount, countOtherAdmins, findPerson } from '../../store/people/people.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { accountNow } from './account-view.ts';
import { logInInstallation } from './log-in-installation.ts';
import { requireAccount } from './require-account.ts';

export const updateAccount = action({
  name: 'update_account',
  input: UpdateAccountInput,
  output: AccountChangedView,
  permission: 'person.manage',
  place: () => ({}),
  async run({ database, clock }, { caller }, { username, is_admin, must_change_password }) {
    const { id } = await requireAccount(database.reader, username);
    await database.inTransaction(async (transaction) => {
      await lockInstallation(transaction);
      const person = await findPerson(transaction, id);
      if (person === null) throw problems.notFound();
      const isAdmin = is_admin ?? person.isAdmin;
      const mustChange = must_change_password ?? person.mustChangePassword === true;
      if (person.isAdmin && !isAdmin && (await countOtherAdmins(transaction, id)) === 0) {
        throw problems.lastAdmin();
      }
      const isSame =
        isAdmin === person.isAdmin && mustChange === (person.mustChangePassword === true);
      if (isSame) return;
      await changeAccount(transaction, id, { isAdmin, mustChangePassword: mustChange });
      await logInInstallation(transaction, actorOf(caller), clock.now(), [
        {
          kind: 'person.changed',
          details: {
            person: id,
            username: person.username,
            admin: isAdmin,
            must_change_password: mustChange,
          },
        },
      ]);
    });
    return { user: await accountNow(database.reader, id) };
  },
});
