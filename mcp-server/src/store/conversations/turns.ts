/** Turns of conversations, numbered without gaps under their group's lock. */
import type { Prisma, Reader, Transaction } from '@flowgate/database';

export type ConversationRow = NonNullable<Awaited<ReturnType<typeof findConversation>>>;
export type TurnRow = Awaited<ReturnType<typeof listTurns>>[number];

/** Any document by its id, with what a conversation needs of its group. */
export function findConversation(reader: Reader, id: string) {
  return reader.document.findUnique({
    where: { id },
    include: {
      group: {
        select: {
          ...{ id: true, title: true, state: true, ownerId: true },
          project: { select: { archivedAt: true } },
        },
      },
    },
  });
}

/**
 * Takes the group's lock without moving its version: a turn changes nothing that rules look at, but a group that closes
 * at the same moment takes none, and two turns never take one number. False: the group isn't open.
 */
export async function lockOpenGroup(
  transaction: Transaction,
  groupId: string,
  now: Date,
): Promise<boolean> {
  const locked = await transaction.group.updateMany({
    where: { id: groupId, state: 'open' },
    data: { updatedAt: now },
  });
  return locked.count === 1;
}

/** Within the lock. */
export async function countTurns(transaction: Transaction, documentId: string): Promise<number> {
  const row = await transaction.document.findUnique({
    where: { id: documentId },
    select: { turnCount: true },
  });
  return row?.turnCount ?? 0;
}

export async function insertTurn(
  transaction: Transaction,
  turn: Prisma.TurnCreateManyInput,
): Promise<void> {
  const { documentId, number, createdAt } = turn;
  await transaction.document.updateMany({
    where: { id: documentId },
    data: { turnCount: number, changedAt: createdAt },
  });
  await transaction.turn.createMany({ data: [turn] });
}

export interface TurnRange {
  /** Both are left out themselves. */
  readonly after?: number | undefined;
  readonly before?: number | undefined;
  /** Leaves out what this author wrote. */
  readonly notBy?: string | undefined;
}

/** In order; where there are more than `limit`, the oldest of them, or with `newest` the newest. */
export async function listTurns(
  reader: Reader,
  documentId: string,
  { after, before, notBy }: TurnRange,
  limit: number,
  newest = false,
) {
  const rows = await reader.turn.findMany({
    where: {
      documentId,
      number: {
        ...(after === undefined ? {} : { gt: after }),
        ...(before === undefined ? {} : { lt: before }),
      },
      ...(notBy === undefined ? {} : { byId: { not: notBy } }),
    },
    orderBy: { number: newest ? 'desc' : 'asc' },
    take: limit,
  });
  return newest ? rows.toReversed() : rows;
}

export function findTurn(reader: Reader, documentId: string, number: number) {
  return reader.turn.findUnique({ where: { documentId_number: { documentId, number } } });
}

/** Some turns of any conversations, in order. */
export function listTurnsNamed(
  reader: Reader,
  named: readonly { readonly documentId: string; readonly turn: number }[],
) {
  return reader.turn.findMany({
    where: { OR: named.map(({ documentId, turn: number }) => ({ documentId, number })) },
    orderBy: [{ createdAt: 'asc' }, { number: 'asc' }],
  });
}

/** Who wrote each turn after one, without what they said. */
export function listAuthors(reader: Reader, documentId: string, after: number) {
  return reader.turn.findMany({
    where: { documentId, number: { gt: after } },
    orderBy: { number: 'asc' },
    select: { number: true, byId: true },
  });
}

/** The author's own last turn; 0: they have written none. */
export async function lastTurnOf(
  reader: Reader,
  documentId: string,
  byId: string,
): Promise<number> {
  const row = await reader.turn.findFirst({
    where: { documentId, byId },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  return row?.number ?? 0;
}

/** The people who take part, by id. */
export async function peopleIn(reader: Reader, documentId: string): Promise<string[]> {
  const rows = await reader.turn.findMany({
    where: { documentId, byKind: 'person' },
    distinct: ['byId'],
    select: { byId: true },
  });
  return rows.map(({ byId }) => byId);
}

/** Conversations of a group in which this author has a turn, by id. */
export async function conversationsOf(
  reader: Reader,
  groupId: string,
  byId: string,
): Promise<string[]> {
  const rows = await reader.turn.findMany({
    where: { byId, document: { groupId } },
    distinct: ['documentId'],
    select: { documentId: true },
  });
  return rows.map(({ documentId }) => documentId);
}
