/** Runs with what a person wants to know beside them. */
import type { Prisma, Reader } from '@flowgate/database';

const WITH_PLACE = {
  token: { select: { label: true, agent: true, targetStepId: true, issuerId: true } },
  group: {
    select: { title: true, state: true, steps: { select: { id: true, number: true } } },
  },
} as const;

export type RunRow = NonNullable<Awaited<ReturnType<typeof findRun>>>;

export function findRun(reader: Reader, id: string) {
  return reader.run.findUnique({ where: { id }, include: WITH_PLACE });
}

/** Changed last first. */
export function listRuns(reader: Reader, where: Prisma.RunWhereInput, limit: number) {
  return reader.run.findMany({
    where,
    include: WITH_PLACE,
    orderBy: [{ changedAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
}
