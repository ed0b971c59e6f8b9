/** Runs with what a person wants to know beside them. */
import type { Prisma, Reader } from '@flowgate/database';

const WITH_PLACE = {
  token: {
    select: { label: true, agent: true, targetStepId: true, issuerId: true, lastUsedAt: true },
  },
  group: {
    select: {
      title: true,
      state: true,
      ownerId: true,
      steps: { select: { id: true, number: true } },
    },
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

/** More than a run may ever hand in; only a guard against a query without end. */
const DOCUMENTS_READ_MAX = 300;

/** The documents of which this run wrote a revision, with the approvals that stand. */
export function listDocumentsOfRun(reader: Reader, runId: string) {
  return reader.document.findMany({
    where: { revisions: { some: { runId } } },
    include: {
      verdicts: {
        where: { verb: 'approve', counts: true, voidedAt: null },
        orderBy: { createdAt: 'desc' },
      },
    },
    orderBy: { number: 'asc' },
    take: DOCUMENTS_READ_MAX,
  });
}

/** What an agent went on with instead of an answer, oldest first. */
export function listAssumptionsOf(reader: Reader, groupId: string, askedById: string) {
  return reader.question.findMany({
    where: { groupId, askedById, assumption: { not: null } },
    include: { answers: { orderBy: { createdAt: 'desc' }, take: 1 } },
    orderBy: { number: 'asc' },
    take: DOCUMENTS_READ_MAX,
  });
}

/** By run, how many documents it wrote that only a policy approved. One statement, or none. */
export async function countUnreadOf(
  reader: Reader,
  runs: readonly { readonly id: string; readonly groupId: string }[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  if (runs.length === 0) return counts;
  const ids = new Set(runs.map(({ id }) => id));
  const documents = await reader.document.findMany({
    where: {
      groupId: { in: [...new Set(runs.map(({ groupId }) => groupId))] },
      state: 'approved',
      verdicts: {
        some: { verb: 'approve', voidedAt: null, policy: { not: null }, readAt: null },
      },
    },
    select: { revisions: { where: { runId: { not: null } }, select: { runId: true } } },
  });
  for (const { revisions } of documents) {
    for (const runId of new Set(revisions.map((revision) => revision.runId))) {
      if (runId !== null && ids.has(runId)) counts.set(runId, (counts.get(runId) ?? 0) + 1);
    }
  }
  return counts;
}
