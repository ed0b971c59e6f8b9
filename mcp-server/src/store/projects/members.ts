/** Who belongs to a project, in which role. */
import type { Reader, Transaction } from '@flowgate/database';
import type { Role } from '../../gate/vocabulary.ts';
import { foldName } from '../people/people.ts';

export interface NewMembership {
  readonly projectId: string;
  readonly personId: string;
  readonly role: Role;
  readonly createdAt: Date;
}

/** Oldest first; deactivated people are left out. Two statements. */
export function listMembers(reader: Reader, projectId: string, limit: number) {
  return reader.membership.findMany({
    where: { projectId, person: { deactivatedAt: null } },
    include: { person: true },
    orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
    take: limit,
  });
}

export async function findRole(
  reader: Reader,
  projectId: string,
  personId: string,
): Promise<Role | null> {
  const row = await reader.membership.findUnique({
    where: { projectId_personId: { projectId, personId } },
  });
  return (row?.role as Role | undefined) ?? null;
}

/** Maintainers who can still sign in, but for this person. */
export function countOtherMaintainers(
  reader: Reader,
  projectId: string,
  personId: string,
): Promise<number> {
  return reader.membership.count({
    where: {
      projectId,
      role: 'maintainer',
      personId: { not: personId },
      person: { deactivatedAt: null },
    },
  });
}

/** The maintainer of longest standing who can still sign in; with `personId` that one, if they are. */
export async function findFirstMaintainer(
  reader: Reader,
  projectId: string,
  personId?: string,
): Promise<string | null> {
  const row = await reader.membership.findFirst({
    where: {
      projectId,
      role: 'maintainer',
      person: { deactivatedAt: null },
      ...(personId === undefined ? {} : { personId }),
    },
    orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
  });
  return row?.personId ?? null;
}

export async function insertMembership(
  transaction: Transaction,
  membership: NewMembership,
): Promise<void> {
  await transaction.membership.create({ data: membership });
}

/** `role` null: no longer a member. The project is locked, so `from` is still true. */
export async function changeMembership(
  transaction: Transaction,
  membership: { readonly projectId: string; readonly personId: string },
  from: Role | null,
  to: Role | null,
  now: Date,
): Promise<void> {
  if (to === null) await transaction.membership.deleteMany({ where: membership });
  else if (from === null)
    await insertMembership(transaction, { ...membership, role: to, createdAt: now });
  else await transaction.membership.updateMany({ where: membership, data: { role: to } });
}

/** One statement. */
export function membershipsOf(reader: Reader, personId: string) {
  return reader.membership.findMany({
    where: { personId },
    select: { projectId: true, role: true },
  });
}

export interface MemberNamed {
  readonly personId: string;
  readonly role: Role;
}

/** Members by their folded usernames; deactivated people are left out. One statement, or none. */
export async function listMembersNamed(
  reader: Reader,
  projectId: string,
  usernames: readonly string[],
): Promise<ReadonlyMap<string, MemberNamed>> {
  if (usernames.length === 0) return new Map();
  const rows = await reader.membership.findMany({
    where: {
      projectId,
      person: { deactivatedAt: null, usernameLower: { in: usernames.map(foldName) } },
    },
    include: { person: { select: { usernameLower: true } } },
  });
  return new Map(
    rows.map(({ personId, role, person }) => [
      person.usernameLower,
      { personId, role: role as Role },
    ]),
  );
}
