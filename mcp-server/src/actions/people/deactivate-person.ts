/** Somebody leaves: sessions, streams and keys of theirs end at once, and their runs by name. Their name stays where it stood. */
import { AccountChangedView, AccountInput } from '../../contracts/accounts-admin.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { problems } from '../../problems.ts';
import { lockInstallation } from '../../store/installation/installation.ts';
import { endLinksOf } from '../../store/people/one-time-links.ts';
import { changeAccount, countOtherAdmins, findPerson } from '../../store/people/people.ts';
import { endSessionsOf } from '../../store/people/sessions.ts';
import { findFirstMaintainer, membershipsOf } from '../../store/projects/members.ts';
import { listLiveTokensOf } from '../../store/tokens/tokens.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { followOwner } from '../projects/follow-owner.ts';
import { revokeToken } from '../tokens/revoke-token.ts';
import { accountNow } from './account-view.ts';
import { logInInstallation } from './log-in-installation.ts';
import { requireAccount } from './require-account.ts';

/** Repeating it ends what was cut off in between. Throws `last_admin`. */
export const deactivatePerson = action({
  name: 'deactivate_person',
  input: AccountInput,
  output: AccountChangedView,
  permission: 'person.manage',
  place: () => ({}),
  async run(dependencies, call, { username }) {
    const { database, clock } = dependencies;
    const { id } = await requireAccount(database.reader, username);
    const now = clock.now();
    await database.inTransaction(async (transaction) => {
      await lockInstallation(transaction);
      const person = await findPerson(transaction, id);
      if (person === null) throw problems.notFound();
      if (person.deactivatedAt !== null) return;
      if (person.isAdmin && (await countOtherAdmins(transaction, id)) === 0) {
        throw problems.lastAdmin();
      }
      await changeAccount(transaction, id, { deactivatedAt: now });
      await endLinksOf(transaction, id);
      const ended = await endSessionsOf(transaction, id, now);
      const details = { person: id, username: person.username, sessions_ended: ended };
      await logInInstallation(transaction, actorOf(call.caller), now, [
        { kind: 'person.deactivated', details },
      ]);
    });
    await endKeys(dependencies, call, id);
    await passGroupsOn(dependencies, call, id);
    return { user: await accountNow(database.reader, id) };
  },
});

/** No door takes them since the account is out; revoked they stay dead if it comes back, and their runs have ended. */
async function endKeys(dependencies: Dependencies, call: Call, personId: string): Promise<void> {
  for (const { id } of await listLiveTokensOf(dependencies.database.reader, personId)) {
    await revokeToken.run(dependencies, call, { token_id: id });
  }
}

/** Where they owned groups, others are asked from now on. */
async function passGroupsOn(
  dependencies: Dependencies,
  call: Call,
  personId: string,
): Promise<void> {
  const { reader } = dependencies.database;
  for (const { projectId } of await membershipsOf(reader, personId)) {
    const successor = await findFirstMaintainer(reader, projectId);
    await followOwner(dependencies, call, projectId, personId, successor);
  }
}
