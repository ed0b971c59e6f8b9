/** The heads of a project's open groups, with what fills them and the runs there; longest unchanged first. */
import type { Reader } from '@flowgate/database';

export type OpenHead = Awaited<ReturnType<typeof listOpenHeads>>[number];

/** Groups in which a blocking question is open have nothing to be taken and are left out. */
export async function listOpenHeads(reader: Reader, projectId: string, limit: number) {
  const groups = await reader.group.findMany({
    where: {
      projectId,
      state: 'open',
      questions: { none: { state: 'open', blocking: true } },
    },
    include: {
      runs: { where: { state: { not: 'ended' } } },
      steps: {
        orderBy: { number: 'asc' },
        include: { document: { select: { id: true, state: true, authorId: true } } },
      },
    },
    orderBy: { updatedAt: 'asc' },
    take: limit,
  });
  return groups.flatMap(({ id: groupId, title, steps, runs }) => {
    const head = steps.find(({ document }) => document?.state !== 'approved');
    if (head === undefined) return [];
    const { document, ...step } = head;
    return [{ groupId, title, runs, step, document }];
  });
}
