/** Groups in lists, and a group's documents. */
import type { Prisma, Reader } from '@flowgate/database';

/** Changed last first, after a place in that order where one is given. */
export function listGroups(
  reader: Reader,
  where: Prisma.GroupWhereInput,
  after: { readonly updatedAt: Date; readonly id: string } | null,
  limit: number,
) {
  const beyond: Prisma.GroupWhereInput[] =
    after === null
      ? []
      : [
          {
            OR: [
              { updatedAt: { lt: after.updatedAt } },
              { updatedAt: after.updatedAt, id: { gt: after.id } },
            ],
          },
        ];
  return reader.group.findMany({
    where: { AND: [where, ...beyond] },
    include: {
      steps: { orderBy: { number: 'asc' }, select: { id: true, number: true, type: true } },
      documents: { where: { stepId: { not: null } }, select: { stepId: true, state: true } },
      questions: { where: { state: 'open' }, select: { blocking: true } },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
}

/** By number, memos and withdrawn ones included. */
export function listGroupDocuments(reader: Reader, groupId: string, limit: number) {
  return reader.document.findMany({
    where: { groupId },
    orderBy: { number: 'asc' },
    take: limit,
  });
}
