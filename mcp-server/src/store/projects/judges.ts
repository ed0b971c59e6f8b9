/** The people who may judge in a project: whether a gate can be met is counted on them. */
import type { Reader } from '@flowgate/database';
import type { JudgeCounts } from '../../gate/facts.ts';
import { foldName } from '../people/people.ts';

export type Judges = Awaited<ReturnType<typeof listJudges>>;

/** By role held or above. */
export function countJudges(judges: Judges): JudgeCounts {
  const maintainers = judges.filter(({ role }) => role === 'maintainer');
  return { any: judges.length, reviewer: judges.length, maintainer: maintainers.length };
}

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

/** The person of this name, if they may judge in the project now. */
export async function findStandIn(
  reader: Reader,
  projectId: string,
  username: string,
): Promise<string | null> {
  const row = await reader.membership.findFirst({
    where: {
      projectId,
      role: { in: ['reviewer', 'maintainer'] },
      person: { deactivatedAt: null, usernameLower: foldName(username) },
    },
    select: { personId: true },
  });
  return row?.personId ?? null;
}
