/** The event log's readers: timelines, waits and streams all read these rows. */
import type { Reader } from '@flowgate/database';

export type EventRow = Awaited<ReturnType<typeof listEventsAfter>>[number];

/** Oldest first, at most `limit`. */
export function listEventsAfter(
  reader: Reader,
  projectId: string,
  position: number,
  limit: number,
) {
  return reader.event.findMany({
    where: { projectId, position: { gt: position } },
    orderBy: { position: 'asc' },
    take: limit,
  });
}

/** Newest first, before a position where one is given. */
export function listGroupEvents(
  reader: Reader,
  groupId: string,
  limit: number,
  before: number | null,
) {
  return reader.event.findMany({
    where: {
      groupId,
      ...(before === null ? {} : { position: { lt: before } }),
    },
    orderBy: { position: 'desc' },
    take: limit,
  });
}

/** What happened in a group after a position, oldest first. */
export function listGroupEventsAfter(
  reader: Reader,
  groupId: string,
  position: number,
  limit: number,
) {
  return reader.event.findMany({
    where: { groupId, position: { gt: position } },
    orderBy: { position: 'asc' },
    take: limit,
  });
}

/** The newest position of each project's log; unknown projects are absent. One query for all. */
export async function positionsOf(
  reader: Reader,
  projectIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await reader.projectLog.findMany({
    where: { projectId: { in: [...projectIds] } },
    select: { projectId: true, position: true },
  });
  return new Map(rows.map((row) => [row.projectId, row.position]));
}
