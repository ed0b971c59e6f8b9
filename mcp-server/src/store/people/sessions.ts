/** Signed-in browsers and scripts. The secret is never stored, only its hash. */
import type { Database, Reader, Transaction } from '@flowgate/database';

/** Three statements: the session, its person, their memberships. Null: no such session. */
export function findSession(reader: Reader, secretHash: string) {
  return reader.session.findUnique({
    where: { secretHash },
    include: { person: { include: { memberships: true } } },
  });
}

/** Two statements: the session and its person. */
export function findSessionById(reader: Reader, id: string) {
  return reader.session.findUnique({ where: { id }, include: { person: true } });
}

export interface NewSession {
  readonly id: string;
  readonly personId: string;
  readonly secretHash: string;
  readonly userAgent: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertSession(transaction: Transaction, session: NewSession): Promise<void> {
  await transaction.session.create({ data: { ...session, lastUsedAt: session.createdAt } });
}

/** False: it had ended before. */
export async function endSession(
  transaction: Transaction,
  id: string,
  now: Date,
): Promise<boolean> {
  const ended = await transaction.session.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: now },
  });
  return ended.count === 1;
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
