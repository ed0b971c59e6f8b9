/** Makes the first admin, once, whoever else tries at the same time. */
import type { Transaction } from '@flowgate/database';
import { problems } from '../../problems.ts';
import { type Actor, appendEvents, INSTALLATION_LOG } from '../../store/events/append-events.ts';
import { lockInstallation } from '../../store/installation/installation.ts';
import {
  hasAdmin,
  insertPerson,
  type NewPerson,
  type PersonRow,
} from '../../store/people/people.ts';

/** Throws setup_done when there is one already. The caller appends nothing after it. */
export async function insertFirstAdmin(
  transaction: Transaction,
  account: NewPerson,
  more: {
    readonly actor: Actor;
    /** What else belongs to it, under the same lock and before the events. */
    readonly with?: () => Promise<void>;
    readonly signsIn?: { readonly session: string };
  },
): Promise<PersonRow> {
  await lockInstallation(transaction);
  if (await hasAdmin(transaction)) throw problems.setupDone();
  const person = await insertPerson(transaction, { ...account, isAdmin: true });
  await more.with?.();
  await appendEvents(transaction, {
    projectId: INSTALLATION_LOG,
    groupId: null,
    actor: more.actor,
    at: account.createdAt,
    events: [
      {
        kind: 'person.created',
        details: { person: person.id, username: person.username, admin: true },
      },
      ...(more.signsIn ? [{ kind: 'person.signed_in' as const, details: more.signsIn }] : []),
    ],
  });
  return person;
}
