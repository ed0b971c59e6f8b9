/** The queue's look back: what a policy let through that nobody has read, and what this person has done. */
import type { Prisma } from '@flowgate/database';
import type { QueueItemView } from '../../contracts/queue.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { VerdictVerb } from '../../gate/vocabulary.ts';
import { groupOfDocument } from '../places.ts';
import { queueItem, readQueueSubjects } from './queue-item.ts';

const SHOWN_MAX = 30;
const DAY_MILLISECONDS = 24 * 3600 * 1000;

interface Past {
  readonly id: string;
  readonly documentId: string;
  readonly verb: string;
  readonly byName: string;
  readonly createdAt: Date;
}

/** Approved by policy, newest first. */
export async function notReadByAPerson(
  dependencies: Dependencies,
  call: Call,
  inReach: Prisma.DocumentWhereInput,
): Promise<QueueItemView[]> {
  const rows = await dependencies.database.reader.verdict.findMany({
    where: {
      policy: { not: null },
      verb: 'approve',
      voidedAt: null,
      readAt: null,
      document: { ...inReach, group: { state: 'open' } },
    },
    orderBy: { createdAt: 'desc' },
    take: SHOWN_MAX,
  });
  return itemsOf(dependencies, call, rows, 'not_read_by_a_person');
}

/** Their verdicts of the last 24 hours, newest first. */
export async function doneToday(
  dependencies: Dependencies,
  call: Call,
  personId: string,
): Promise<QueueItemView[]> {
  const since = new Date(dependencies.clock.now().getTime() - DAY_MILLISECONDS);
  const rows = await dependencies.database.reader.verdict.findMany({
    where: { byKind: 'person', byId: personId, createdAt: { gte: since } },
    orderBy: { createdAt: 'desc' },
    take: SHOWN_MAX,
  });
  return itemsOf(dependencies, call, rows, 'done_today');
}

async function itemsOf(
  { database: { reader } }: Dependencies,
  { say }: Call,
  rows: readonly Past[],
  section: QueueItemView['section'],
): Promise<QueueItemView[]> {
  const subjects = rows.map(({ documentId }) => ({
    groupId: groupOfDocument(documentId),
    documentId,
    questionId: null,
    runId: null,
  }));
  const known = await readQueueSubjects(reader, subjects);
  return rows.flatMap((row, index) => {
    const subject = subjects[index];
    if (subject === undefined) return [];
    return queueItem(known, subject, {
      id: row.id,
      section,
      reason: null,
      why: say.verdicts[row.verb as VerdictVerb],
      who: row.byName,
      since: row.createdAt,
    });
  });
}
