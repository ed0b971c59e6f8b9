/** Signed-in browsers and scripts. No row opens anything: what opens is signed, and only a hash of it is stored. */
import type { Database, Reader, Transaction } from '@flowgate/database';

/** Two statements: the session and its person. Null: no such session. */
export function findSessionById(reader: Reader, id: string) {
  return reader.session.findUnique({ where: { id }, include: { person: true } });
}

export interface NewSession {
  readonly id: string;
  readonly personId: string;
  readonly secretHash: string;
  readonly generation: number;
  readonly rotatedAt: Date;
  readonly userAgent: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertSession(transaction: Transaction, session: NewSession): Promise<void> {
  await transaction.session.create({ data: { ...session, lastUsedAt: session.createdAt } });
}

/** False: it had ended before. With `personId` only one of theirs. */
export async function endSession(
  transaction: Transaction,
  id: string,
  now: Date,
  personId?: string,
): Promise<boolean> {
  const ended = await transaction.session.updateMany({
    where: { id, endedAt: null, ...(personId === undefined ? {} : { personId }) },
    data: { endedAt: now },
  });
  return ended.count === 1;
}

/** Counts the session on, unless somebody has already. False then. */
export async function rotateSession(
  transaction: Transaction,
  next: {
    readonly id: string;
    readonly generation: number;
    readonly rotatedAt: Date;
    readonly expiresAt: Date;
  },
): Promise<boolean> {
  const { id, ...data } = next;
  const moved = await transaction.session.updateMany({
    where: { id, generation: next.generation - 1, endedAt: null },
    data,
  });
  return moved.count === 1;
}

/** How many were open. `but` stays open. */
export async function endSessionsOf(
  transaction: Transaction,
  personId: string,
  now: Date,
  but?: string,
): Promise<number> {
  const ended = await transaction.session.updateMany({
    where: { personId, endedAt: null, ...(but === undefined ? {} : { id: { not: but } }) },
    data: { endedAt: now },
  });
  return ended.count;
}

/** Those that still open something, used last first. */
export function listOpenSessions(reader: Reader, personId: string, now: Date, limit: number) {
  return reader.session.findMany({
    where: { personId, endedAt: null, expiresAt: { gt: now } },
    orderBy: { lastUsedAt: 'desc' },
    take: limit,
  });
}

/** Whether this person has signed in from this address since. */
export async function hasSignedInFrom(
  reader: Reader,
  personId: string,
  address: string,
  since: Date,
): Promise<boolean> {
  const count = await reader.session.count({
    where: { personId, address, createdAt: { gte: since } },
  });
  return count > 0;
}

/** Writes `lastUsedAt` unless somebody has after `before`. */
export async function touchSession(
  database: Database,
  id: string,
  now: Date,
  before: Date,
): Promise<void> {
  await database.inTransaction((transaction) =>
    transaction.session.updateMany({
      where: { id, lastUsedAt: { lte: before } },
      data: { lastUsedAt: now },
    }),
  );
}
