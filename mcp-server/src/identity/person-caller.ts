/** A person as a caller, with what they may do now. */
import type { Reader } from '@flowgate/database';
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

/** In whose name a timer acts: rights are those of now. Two statements. Null: gone or deactivated. */
export async function personCallerOf(
  reader: Reader,
  personId: string,
): Promise<PersonCaller | null> {
  const person = await findActivePerson(reader, { id: personId });
  return person === null ? null : asCaller(person, '');
}

/** In whose name the administrator's command line acts. Two statements. Null: nobody active has this username. */
export async function actAs(
  { database }: Pick<Doorkeeping, 'database'>,
  username: string,
): Promise<PersonCaller | null> {
  const person = await findActivePerson(database.reader, { username });
  return person === null ? null : asCaller(person, '');
}

/** `sessionId` is empty where no session stands behind the call. */
export function asCaller(person: PersonWithRoles, sessionId: string): PersonCaller {
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
