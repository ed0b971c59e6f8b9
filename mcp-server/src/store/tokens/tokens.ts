/** Tokens as people issue, list and end them. The secret is nowhere here. */
import type { Reader, Transaction } from '@flowgate/database';
import type { TokenFacts } from '../../gate/facts.ts';
import { TOKEN_REMINDER_SECONDS } from '../../gate/limits.ts';
import type { TokenKind } from '../../gate/vocabulary.ts';

export type TokenRecord = NonNullable<Awaited<ReturnType<typeof findToken>>>;

export function findToken(reader: Reader, id: string) {
  return reader.token.findUnique({ where: { id } });
}

/** What a run of a token may use up; null: the installation's own limits. */
export interface RunLimits {
  readonly runStepsMax: number | null;
  readonly runRevisionsMax: number | null;
  readonly runSeconds: number | null;
}

export interface NewToken {
  readonly facts: TokenFacts;
  readonly limits?: RunLimits;
  readonly projectId: string;
  readonly label: string;
  readonly language: string;
  readonly sealed: { readonly hash: string; readonly pepperId: string };
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Looks at a token when its time is up; `subject` is its id. */
export const TOKEN_EXPIRY_TIMER = 'token_expiry';
/** Tells the people behind a token that its time will soon be up. */
export const TOKEN_REMINDER_TIMER = 'token_reminder';

/** With the timers that tell of its end and that end its runs. */
export async function insertToken(transaction: Transaction, token: NewToken): Promise<TokenRecord> {
  const { facts, limits, sealed, ...rest } = token;
  const { createdAt, expiresAt } = token;
  await transaction.timer.createMany({
    data: [
      timerOf(TOKEN_EXPIRY_TIMER, facts.id, expiresAt, createdAt),
      ...reminderOf(facts.id, expiresAt, createdAt),
    ],
  });
  return transaction.token.create({
    data: {
      ...facts,
      ...limits,
      ...rest,
      scopes: facts.scopes.join(' '),
      types: facts.types?.join(' ') ?? null,
      secretHash: sealed.hash,
      pepperId: sealed.pepperId,
    },
  });
}

function timerOf(kind: string, tokenId: string, dueAt: Date, createdAt: Date) {
  return { id: `${kind}-${tokenId}`, kind, subject: tokenId, dueAt, createdAt };
}

/** None for a token that lives no longer than the reminder comes early: whoever issues it knows. */
function reminderOf(tokenId: string, expiresAt: Date, now: Date) {
  const dueAt = reminderDueAt(expiresAt);
  return dueAt <= now ? [] : [timerOf(TOKEN_REMINDER_TIMER, tokenId, dueAt, now)];
}

export function reminderDueAt(expiresAt: Date): Date {
  return new Date(expiresAt.getTime() - TOKEN_REMINDER_SECONDS * 1000);
}

/** Whoever takes it has the telling; false: another process had it. */
export async function takeReminder(transaction: Transaction, tokenId: string): Promise<boolean> {
  const taken = await transaction.timer.deleteMany({
    where: { id: `${TOKEN_REMINDER_TIMER}-${tokenId}` },
  });
  return taken.count === 1;
}

/** Live ones of a project, and among them those of one issuer. */
export async function countLiveTokens(
  reader: Reader,
  projectId: string,
  issuerId: string,
  now: Date,
): Promise<{ readonly inProject: number; readonly ofIssuer: number }> {
  const live = { projectId, revokedAt: null, expiresAt: { gt: now }, state: { not: 'ended' } };
  const [inProject, ofIssuer] = await Promise.all([
    reader.token.count({ where: live }),
    reader.token.count({ where: { ...live, issuerId } }),
  ]);
  return { inProject, ofIssuer };
}

export interface TokenPage {
  /** Null: of every project. */
  readonly projectIds: readonly string[] | null;
  readonly groupId: string | null;
  readonly kind: TokenKind | null;
  readonly issuerId: string | null;
  /** Whether the door takes it now; null: either way. */
  readonly isLive: boolean | null;
  readonly now: Date;
  /** The last one of the page before. */
  readonly after: { readonly createdAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** Newest first. */
export function listTokens(reader: Reader, page: TokenPage): Promise<TokenRecord[]> {
  const { projectIds, groupId, kind, issuerId, isLive, now, after } = page;
  const live = { revokedAt: null, expiresAt: { gt: now } };
  return reader.token.findMany({
    where: {
      ...(kind === null ? {} : { kind }),
      ...(issuerId === null ? {} : { issuerId }),
      AND: isLive === null ? [] : [isLive ? live : { NOT: live }],
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

/** Those of a person that could still be used, now or once something is sent back. */
export function listLiveTokensOf(reader: Reader, issuerId: string) {
  return reader.token.findMany({ where: { issuerId, revokedAt: null }, select: { id: true } });
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
  if (extended.count !== 1) return false;
  // Told of the old end already or not: of the new one they are told anew.
  await transaction.timer.deleteMany({ where: { id: `${TOKEN_REMINDER_TIMER}-${id}` } });
  await transaction.timer.createMany({ data: reminderOf(id, expiresAt, now) });
  return true;
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
