/** One row of the queue: what it is, why it is here, what it holds up. */
import type { Reader } from '@flowgate/database';
import type { QueueItemView } from '../../contracts/queue.ts';
import { wireTime } from '../times.ts';

/** An adult reads about this many characters of technical prose a minute. */
const CHARACTERS_A_MINUTE = 1_200;

export interface QueueSubject {
  readonly groupId: string;
  readonly documentId: string | null;
  readonly questionId: string | null;
  readonly runId: string | null;
}

type Subjects = Awaited<ReturnType<typeof readQueueSubjects>>;

/** The groups, documents and questions that rows are about: three queries for all of them. */
export async function readQueueSubjects(reader: Reader, rows: readonly QueueSubject[]) {
  const idsOf = (ids: readonly (string | null)[]) => [
    ...new Set(ids.filter((id): id is string => id !== null)),
  ];
  const [groups, documents, questions] = await Promise.all([
    reader.group.findMany({
      where: { id: { in: idsOf(rows.map(({ groupId }) => groupId)) } },
      select: {
        id: true,
        projectId: true,
        title: true,
        steps: { select: { id: true, number: true, type: true } },
        documents: {
          where: { stepId: { not: null }, state: 'approved' },
          select: { stepId: true },
        },
      },
    }),
    reader.document.findMany({
      where: { id: { in: idsOf(rows.map(({ documentId }) => documentId)) } },
    }),
    reader.question.findMany({
      where: { id: { in: idsOf(rows.map(({ questionId }) => questionId)) } },
      select: { id: true, text: true, askedByName: true },
    }),
  ]);
  return {
    groups: new Map(groups.map((group) => [group.id, group])),
    documents: new Map(documents.map((document) => [document.id, document])),
    questions: new Map(questions.map((question) => [question.id, question])),
  };
}

type Own = Pick<QueueItemView, 'id' | 'section' | 'reason' | 'why' | 'who'> & {
  readonly since: Date;
};

export function queueItem(subjects: Subjects, row: QueueSubject, own: Own): QueueItemView {
  const group = subjects.groups.get(row.groupId);
  const document = subjects.documents.get(row.documentId ?? '');
  const question = subjects.questions.get(row.questionId ?? '');
  return {
    ...own,
    project: group?.projectId ?? '',
    group_id: row.groupId,
    group_title: group?.title ?? '',
    document_id: row.documentId,
    question_id: row.questionId,
    run_id: row.runId,
    type: document?.type ?? null,
    title: question?.text ?? document?.title ?? group?.title ?? '',
    state: document?.state ?? null,
    revision: document?.revision ?? null,
    stale: document?.stale ?? false,
    overdue: document?.remindedAt != null,
    blocks: group ? group.steps.length - group.documents.length : 0,
    author: question?.askedByName ?? document?.authorName ?? null,
    claims: document?.claimCount ?? 0,
    reading_minutes: Math.ceil((document?.bodyCharacters ?? 0) / CHARACTERS_A_MINUTE),
    since: wireTime(own.since),
  };
}
