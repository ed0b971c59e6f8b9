/** Tokens as people issue, list and end them. The secret is nowhere here. */
import type { Reader, Transaction } from '@flowgate/database';
import type { TokenFacts } from '../../gate/facts.ts';

export type TokenRecord = NonNullable<Awaited<ReturnType<typeof findToken>>>;

export function findToken(reader: Reader, id: string) {
  return reader.token.findUnique({ where: { id } });
}

export interface NewToken {
  readonly facts: TokenFacts;
  readonly projectId: string;
  readonly label: string;
  readonly language: string;
  readonly sealed: { readonly hash: string; readonly pepperId: string };
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Looks at a token when its time is up; `subject` is its id. */
export const TOKEN_EXPIRY_TIMER = 'token_expiry';

/** With the timer that ends its runs when it expires. */
export async function insertToken(transaction: Transaction, token: NewToken): Promise<TokenRecord> {
  const { facts, sealed, ...rest } = token;
  await transaction.timer.createMany({
    data: [
      {
        id: `${TOKEN_EXPIRY_TIMER}-${facts.id}`,
        dueAt: token.expiresAt,
        kind: TOKEN_EXPIRY_TIMER,
        subject: facts.id,
        createdAt: token.createdAt,
      },
    ],
  });
  return transaction.token.create({
    data: {
      ...facts,
      ...rest,
      scopes: facts.scopes.join(' '),
      types: facts.types?.join(' ') ?? null,
      secretHash: sealed.hash,
      pepperId: sealed.pepperId,
    },
  });
}

export interface TokenPage {
  /** Null: of every project. */
  readonly projectIds: readonly string[] | null;
  readonly groupId: string | null;
  /** The last one of the page before. */
  readonly after: { readonly createdAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** Newest first. */
export function listTokens(reader: Reader, page: TokenPage): Promise<TokenRecord[]> {
  const { projectIds, groupId, after } = page;
  return reader.token.findMany({
    where: {
      ...(projectIds === null ? {} : { projectId: { in: [...projectIds] } }),
      ...(groupId === null ? {} : { groupId }),
      ...(after === null
        ? {}
        : {
            OR: [
              { createdAt: { lt: after.createdAt } },
              { createdAt: after.createdAt, id: { lt: after.id } },
            ],
          }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: page.limit,
  });
}

/** Numbers of the steps that tokens are bound to, by step id. One statement, or none. */
export async function stepNumbers(
  reader: Reader,
  stepIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(stepIds.filter((id): id is string => id !== null))];
  if (ids.length === 0) return new Map();
  const steps = await reader.step.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true },
  });
  return new Map(steps.map(({ id, number }) => [id, number]));
}

/** False: it is revoked, expired or ended; what is dead is never revived. */
export async function extendToken(
  transaction: Transaction,
  id: string,
  expiresAt: Date,
  now: Date,
): Promise<boolean> {
  const extended = await transaction.token.updateMany({
    where: { id, revokedAt: null, state: { not: 'ended' }, expiresAt: { gt: now } },
    data: { expiresAt },
  });
  return extended.count === 1;
}

/** False: somebody has before. */
export async function revokeToken(
  transaction: Transaction,
  id: string,
  byId: string,
  now: Date,
): Promise<boolean> {
  const revoked = await transaction.token.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: now, revokedById: byId },
  });
  return revoked.count === 1;
}

/** The groups in which a token has a run that could still go on. */
export async function listGroupsWithRunsOf(reader: Reader, tokenId: string): Promise<string[]> {
  const runs = await reader.run.findMany({
    where: { tokenId, state: { not: 'ended' } },
    select: { groupId: true },
  });
  return runs.map(({ groupId }) => groupId);
}
