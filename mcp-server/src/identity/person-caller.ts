/** A person as a caller. */
import type { Language, Role } from '../gate/vocabulary.ts';
import { findActivePerson } from '../store/people/find-active-person.ts';
import type { PersonCaller } from './caller.ts';
import type { Doorkeeping } from './doorkeeping.ts';

interface PersonWithRoles {
  readonly id: string;
  readonly displayName: string;
  readonly isAdmin: boolean;
  readonly language: string;
  readonly memberships: readonly { readonly projectId: string; readonly role: string }[];
}

export function personCallerOf(person: PersonWithRoles, sessionId: string): PersonCaller {
  return {
    kind: 'person',
    id: person.id,
    name: person.displayName,
    isAdmin: person.isAdmin,
    language: person.language as Language,
    sessionId,
    roles: new Map(person.memberships.map(({ projectId, role }) => [projectId, role as Role])),
  };
}

/** For the administrator's command line, which acts in somebody's name: no session stands behind it. Null: nobody active. */
export async function actAs(
  { database }: Pick<Doorkeeping, 'database'>,
  username: string,
): Promise<PersonCaller | null> {
  const person = await findActivePerson(database.reader, username);
  return person === null ? null : personCallerOf(person, '');
}
