/** An account that may act, with its memberships. */
import type { Reader } from '@flowgate/database';
import { foldName } from './people.ts';

/** Two statements. Null: no such account, or it is deactivated. */
export async function findActivePerson(
  reader: Reader,
  by: { readonly id: string } | { readonly username: string },
) {
  const person = await reader.person.findUnique({
    where: 'id' in by ? { id: by.id } : { usernameLower: foldName(by.username) },
    include: { memberships: true },
  });
  return person === null || person.deactivatedAt !== null ? null : person;
}
