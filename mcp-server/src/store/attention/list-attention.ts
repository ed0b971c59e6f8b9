/** Attention rows as a queue reads them. Role queues are computed here, from where a person holds the role. */
import type { Prisma, Reader } from '@flowgate/database';
import { FIND_TOTAL_MAX } from '../../gate/limits.ts';

export type AttentionRow = Awaited<ReturnType<typeof listMine>>[number];

/** What waits for this person: rows in their name, and those for a role in the projects where their own reaches it. */
export function mine(
  personId: string,
  reaches: ReadonlyMap<string, readonly string[]>,
): Prisma.AttentionWhereInput {
  const forRoles = [...reaches].map(([role, projects]) => ({
    targetKind: 'role',
    targetId: role,
    projectId: { in: [...projects] },
  }));
  return { OR: [{ targetKind: 'person', targetId: personId }, ...forRoles] };
}

/** Longest waiting first, after a place in that order where one is given. */
export function listMine(
  reader: Reader,
  where: Prisma.AttentionWhereInput,
  after: { readonly since: Date; readonly id: string } | null,
  limit: number,
) {
  const beyond: Prisma.AttentionWhereInput[] =
    after === null
      ? []
      : [{ OR: [{ since: { gt: after.since } }, { since: after.since, id: { gt: after.id } }] }];
  return reader.attention.findMany({
    where: { AND: [where, ...beyond] },
    orderBy: [{ since: 'asc' }, { id: 'asc' }],
    take: limit,
  });
}

/** Whom open questions wait for. */
export function listAsked(reader: Reader, questionIds: readonly string[]) {
  return reader.attention.findMany({
    where: { questionId: { in: [...questionIds] }, reason: 'question_open' },
    orderBy: [{ since: 'asc' }, { id: 'asc' }],
  });
}

/** The open questions that wait for this person, in their name or in a role of theirs. */
export async function listQuestionsAskedOf(
  reader: Reader,
  personId: string,
  reaches: ReadonlyMap<string, readonly string[]>,
): Promise<string[]> {
  const rows = await reader.attention.findMany({
    where: { AND: [{ reason: 'question_open' }, mine(personId, reaches)] },
    orderBy: { since: 'asc' },
    take: FIND_TOTAL_MAX,
    select: { questionId: true },
  });
  return rows.flatMap(({ questionId }) => questionId ?? []);
}
