/** Accounts. Names and addresses are compared in their folded columns: case is not what tells two people apart. */
import type { Reader, Transaction } from '@flowgate/database';
import { given } from '../given.ts';

export type PersonRow = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

export function findPerson(reader: Reader, id: string) {
  return reader.person.findUnique({ where: { id } });
}

/** By username or e-mail address; a username can't hold an `@`. */
export function findPersonByName(reader: Reader, name: string): Promise<PersonRow | null> {
  const folded = foldName(name);
  return reader.person.findUnique({
    where: folded.includes('@') ? { emailLower: folded } : { usernameLower: folded },
  });
}

export function listAccounts(reader: Reader, limit: number): Promise<PersonRow[]> {
  return reader.person.findMany({ orderBy: { usernameLower: 'asc' }, take: limit });
}

/** Which of the two another account has already. */
export async function findTaken(
  reader: Reader,
  wanted: { readonly username: string; readonly email: string },
): Promise<('username' | 'email')[]> {
  const [usernameLower, emailLower] = [foldName(wanted.username), foldName(wanted.email)];
  const rows = await reader.person.findMany({ where: { OR: [{ usernameLower }, { emailLower }] } });
  return [
    ...(rows.some((row) => row.usernameLower === usernameLower) ? (['username'] as const) : []),
    ...(rows.some((row) => row.emailLower === emailLower) ? (['email'] as const) : []),
  ];
}

export async function hasAdmin(reader: Reader): Promise<boolean> {
  return (await reader.person.count({ where: { isAdmin: true } })) > 0;
}

export interface NewPerson {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly isAdmin: boolean;
  readonly language: string;
  readonly createdAt: Date;
  readonly mustChangePassword?: boolean;
}

/** Violates a unique key when the username or the address is taken. */
export function insertPerson(transaction: Transaction, person: NewPerson): Promise<PersonRow> {
  return transaction.person.create({
    data: {
      ...person,
      usernameLower: foldName(person.username),
      emailLower: foldName(person.email),
      theme: 'system',
      timeZone: 'UTC',
      deactivatedAt: null,
    },
  });
}

/** Sets it, and with it who may come in: `mustChange` until they choose another. */
export async function setPassword(
  transaction: Transaction,
  id: string,
  password: { readonly hash: string; readonly mustChange: boolean; readonly now: Date },
): Promise<void> {
  await transaction.person.updateMany({
    where: { id },
    data: {
      passwordHash: password.hash,
      mustChangePassword: password.mustChange,
      passwordChangedAt: password.now,
    },
  });
}

/** Admins who can still sign in, but for this person. Ask under the lock of the installation. */
export function countOtherAdmins(reader: Reader, id: string): Promise<number> {
  return reader.person.count({ where: { isAdmin: true, deactivatedAt: null, id: { not: id } } });
}

export async function changeAccount(
  transaction: Transaction,
  id: string,
  change: {
    readonly isAdmin?: boolean;
    readonly mustChangePassword?: boolean;
    readonly deactivatedAt?: Date | null;
  },
): Promise<void> {
  await transaction.person.updateMany({ where: { id }, data: change });
}

/** When each of them was last here, or one of them alone. One statement. */
export async function lastSeen(
  reader: Reader,
  personId?: string,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await reader.session.groupBy({
    by: ['personId'],
    ...(personId === undefined ? {} : { where: { personId } }),
    _max: { lastUsedAt: true },
  });
  return new Map(
    rows.flatMap(({ personId, _max }) => (_max.lastUsedAt ? [[personId, _max.lastUsedAt]] : [])),
  );
}

export interface PersonChange {
  readonly displayName?: string | undefined;
  readonly language?: string | undefined;
  readonly theme?: string | undefined;
  readonly timeZone?: string | undefined;
}

export function updatePerson(
  transaction: Transaction,
  id: string,
  change: PersonChange,
): Promise<PersonRow> {
  return transaction.person.update({ where: { id }, data: given(change) });
}
