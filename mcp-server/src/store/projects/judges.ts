/** The people who may judge in a project: whether a gate can be met is counted on them. */
import type { Reader } from '@flowgate/database';

export type Judges = Awaited<ReturnType<typeof listJudges>>;

/** Enough to know whether a gate can be met; bounded, for a project of thousands. */
const JUDGES_READ_MAX = 200;

/** Deactivated ones left out. */
export function listJudges(reader: Reader, projectId: string) {
  return reader.membership.findMany({
    where: { projectId, role: { in: ['reviewer', 'maintainer'] }, person: { deactivatedAt: null } },
    select: { personId: true, role: true },
    take: JUDGES_READ_MAX,
  });
}
