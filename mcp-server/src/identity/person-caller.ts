/** A person as a caller, with what they may do now. */
import type { Reader, SessionAtDoorRow } from '@flowgate/database';
import type { Language, Role } from '../gate/vocabulary.ts';
import { findActivePerson } from '../store/people/find-active-person.ts';
import { readSecondFactorDemands } from '../store/people/second-factor-demands.ts';
import { membershipsOf } from '../store/projects/members.ts';
import type { Owed, PersonCaller } from './caller.ts';
import type { Doorkeeping } from './doorkeeping.ts';

interface Account {
  readonly id: string;
  readonly displayName: string;
  readonly isAdmin: boolean;
  readonly language: string;
}

interface RoleRow {
  readonly projectId: string;
  readonly role: string;
}

/** In whose name a timer acts: rights are those of now, and nobody's screen stands between. Null: gone or deactivated. */
export async function personCallerOf(
  reader: Reader,
  personId: string,
): Promise<PersonCaller | null> {
  const person = await findActivePerson(reader, { id: personId });
  return person === null ? null : asCaller(person);
}

/** In whose name the administrator's command line acts. Two statements. Null: nobody active has this username. */
export async function actAs(
  { database }: Pick<Doorkeeping, 'database'>,
  username: string,
): Promise<PersonCaller | null> {
  const person = await findActivePerson(database.reader, { username });
  return person === null ? null : asCaller(person);
}

/** As an account is, without a session and what a session may be kept from. */
export function asCaller(
  person: Account & { readonly memberships: readonly RoleRow[] },
): PersonCaller {
  return callerOf(person, person.memberships);
}

/** Who has a session: with what their account owes, and what it is kept from without a second factor. */
export async function callerOfSession(
  reader: Reader,
  session: SessionAtDoorRow,
): Promise<PersonCaller> {
  const account = { ...session, id: session.personId };
  const memberships = await membershipsOf(reader, session.personId);
  const owes = session.mustChangePassword === true ? 'password_change' : null;
  if (session.secondFactorSince !== null || session.demands === 0) {
    return callerOf(account, memberships, { sessionId: session.id, owes });
  }
  const { ofInstallation, ofProjects } = await readSecondFactorDemands(reader);
  // An admin is a maintainer everywhere: a demand of one project is one of all their work.
  const isAsked = ofInstallation || (session.isAdmin && ofProjects.length > 0);
  return callerOf(account, memberships, {
    sessionId: session.id,
    owes: owes ?? (isAsked ? 'second_factor' : null),
    demanding: ofProjects,
  });
}

function callerOf(
  person: Account,
  memberships: readonly RoleRow[],
  {
    sessionId = '',
    owes = null,
    demanding = [],
  }: { sessionId?: string; owes?: Owed | null; demanding?: readonly string[] } = {},
): PersonCaller {
  const roles = new Map(memberships.map(({ projectId, role }) => [projectId, role as Role]));
  const withheld = demanding.filter((projectId) => roles.has(projectId));
  for (const projectId of withheld) roles.delete(projectId);
  return {
    kind: 'person',
    id: person.id,
    name: person.displayName,
    isAdmin: person.isAdmin,
    language: person.language as Language,
    sessionId,
    roles,
    owes,
    withheld: new Set(withheld),
  };
}
