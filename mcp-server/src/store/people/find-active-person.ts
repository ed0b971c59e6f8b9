/** What a person may do, read by their name: for the administrator's command line, which acts for somebody. */
import type { Reader } from '@flowgate/database';
import { foldName } from './people.ts';

/** Two statements. Null: no such account, or it is deactivated. */
export async function findActivePerson(reader: Reader, username: string) {
  const person = await reader.person.findUnique({
    where: { usernameLower: foldName(username) },
    include: { memberships: true },
  });
  return person === null || person.deactivatedAt !== null ? null : person;
}
