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

/** What happened to one run, newest first; its group is named because its events are found by it. */
export function listRunEvents(reader: Reader, groupId: string, runId: string, limit: number) {
  return reader.event.findMany({
    where: { groupId, runId },
    orderBy: { position: 'desc' },
    take: limit,
  });
}

/** What of these kinds others did in a group after a position, oldest first. */
export function listGroupEventsOfKinds(
  reader: Reader,
  groupId: string,
  position: number,
  kinds: readonly string[],
  exceptActorId: string,
  limit: number,
) {
  return reader.event.findMany({
    where: {
      groupId,
      position: { gt: position },
      kind: { in: [...kinds] },
      actorId: { not: exceptActorId },
    },
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

export interface LogFilter {
  readonly projectId: string;
  readonly kinds: readonly string[] | null;
  readonly actorIds: readonly string[] | null;
  readonly groupId: string | null;
  readonly documentId: string | null;
  readonly questionId: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly before: number | null;
}

/** What of one log passes the filter, newest first. Each member of the filter has an index. */
export function searchLog(reader: Reader, filter: LogFilter, limit: number) {
  const { projectId, kinds, actorIds, groupId, documentId, questionId, from, to, before } = filter;
  return reader.event.findMany({
    where: {
      projectId,
      ...(kinds === null ? {} : { kind: { in: [...kinds] } }),
      ...(actorIds === null ? {} : { actorId: { in: [...actorIds] } }),
      ...(groupId === null ? {} : { groupId }),
      ...(documentId === null ? {} : { documentId }),
      ...(questionId === null ? {} : { questionId }),
      ...(from === null && to === null
        ? {}
        : { at: { ...(from === null ? {} : { gte: from }), ...(to === null ? {} : { lt: to }) } }),
      ...(before === null ? {} : { position: { lt: before } }),
    },
    orderBy: { position: 'desc' },
    take: limit,
  });
}

/** Where the entry with this hash stands; null: nowhere in this log. */
export async function positionOfHash(
  reader: Reader,
  projectId: string,
  hash: string,
): Promise<number | null> {
  const row = await reader.event.findFirst({
    where: { projectId, hash },
    select: { position: true },
  });
  return row?.position ?? null;
}
