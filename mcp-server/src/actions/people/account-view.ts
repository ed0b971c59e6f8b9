/** Accounts as admins see them. */
import type { Reader } from '@flowgate/database';
import type { AccountView } from '../../contracts/accounts-admin.ts';
import { findPerson, lastSeen, type PersonRow } from '../../store/people/people.ts';
import { personView } from './person-view.ts';

/** Two statements. */
export async function accountNow(reader: Reader, id: string): Promise<AccountView> {
  const person = await findPerson(reader, id);
  if (person === null) throw new Error(`the account ${id} vanished`);
  return accountView(person, (await lastSeen(reader, id)).get(id) ?? null);
}

export function accountView(person: PersonRow, lastUsedAt: Date | null): AccountView {
  return {
    ...personView(person),
    state: person.deactivatedAt === null ? 'active' : 'deactivated',
    second_factor: person.secondFactorSince !== null,
    must_change_password: person.mustChangePassword === true,
    created_at: person.createdAt.toISOString(),
    last_used_at: lastUsedAt?.toISOString() ?? null,
  };
}
