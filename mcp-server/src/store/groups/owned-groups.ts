/** Whose open groups are whose. */
import type { Reader, Transaction } from '@flowgate/database';

/** A person with more open groups than this has long lost sight of them; the rest follow at their next change. */
const OWNED_MAX = 1_000;

export async function listOpenGroupsOf(
  reader: Reader,
  projectId: string,
  ownerId: string,
): Promise<string[]> {
  const groups = await reader.group.findMany({
    where: { projectId, ownerId, state: 'open' },
    select: { id: true },
    take: OWNED_MAX,
  });
  return groups.map(({ id }) => id);
}

/** Open groups in which somebody is asked to judge. */
export async function listGroupsAwaitingJudges(
  reader: Reader,
  projectId: string,
): Promise<string[]> {
  const rows = await reader.attention.findMany({
    where: {
      projectId,
      reason: {
        in: [
          ...['asked_to_judge', 'resubmitted', 'review_stopped', 'final_approval', 'stale'],
          ...['stand_in', 'gate_unsatisfiable'],
        ],
      },
    },
    select: { groupId: true },
    distinct: ['groupId'],
    take: OWNED_MAX,
  });
  return rows.map(({ groupId }) => groupId);
}

/** Under the group's lock, as every change of it. */
export async function passOwnership(
  transaction: Transaction,
  groupId: string,
  fromId: string,
  toId: string,
): Promise<void> {
  await transaction.group.updateMany({
    where: { id: groupId, ownerId: fromId, state: 'open' },
    data: { ownerId: toId, version: { increment: 1 } },
  });
}

/** Takes the group's lock without touching when it last changed. False: it changed since `version` was read. */
export async function lockGroupAt(
  transaction: Transaction,
  groupId: string,
  version: number,
): Promise<boolean> {
  const locked = await transaction.group.updateMany({
    where: { id: groupId, version },
    data: { version: { increment: 1 } },
  });
  return locked.count === 1;
}
