/** What the door needs of a token: three statements, or one when there is no such token. */
import type { Database, Reader } from '@flowgate/database';
import type { TokenFacts } from '../../gate/facts.ts';
import type { Role } from '../../gate/vocabulary.ts';
import { tokenFactsOf } from './token-facts.ts';

export interface TokenAtTheDoor {
  readonly facts: TokenFacts;
  readonly projectId: string;
  readonly label: string;
  readonly sealed: { readonly hash: string; readonly pepperId: string };
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** One statement. Null: no such token. */
export async function findDoorToken(reader: Reader, id: string): Promise<TokenAtTheDoor | null> {
  const row = await reader.token.findUnique({ where: { id } });
  if (row === null) return null;
  const { projectId, label, expiresAt, revokedAt, lastUsedAt } = row;
  return {
    facts: tokenFactsOf(row),
    projectId,
    label,
    sealed: { hash: row.secretHash, pepperId: row.pepperId },
    expiresAt,
    revokedAt,
    lastUsedAt,
  };
}

export interface IssuerNow {
  readonly name: string;
  readonly isAdmin: boolean;
  readonly deactivated: boolean;
  /** Null: no member of the project. */
  readonly role: Role | null;
}

/** Two statements: the person, and their membership in the project. Null: no such person. */
export async function findIssuer(
  reader: Reader,
  personId: string,
  projectId: string,
): Promise<IssuerNow | null> {
  const person = await reader.person.findUnique({
    where: { id: personId },
    select: {
      displayName: true,
      isAdmin: true,
      deactivatedAt: true,
      memberships: { where: { projectId }, select: { role: true } },
    },
  });
  if (person === null) return null;
  return {
    name: person.displayName,
    isAdmin: person.isAdmin,
    deactivated: person.deactivatedAt !== null,
    role: (person.memberships[0]?.role as Role | undefined) ?? null,
  };
}

/** Writes `lastUsedAt` unless somebody has after `before`. */
export async function touchToken(
  database: Database,
  id: string,
  now: Date,
  before: Date,
): Promise<void> {
  await database.inTransaction((transaction) =>
    transaction.token.updateMany({
      where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] },
      data: { lastUsedAt: now },
    }),
  );
}
