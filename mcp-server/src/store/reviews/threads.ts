/** Threads with what was said in them. */
import type { Reader } from '@flowgate/database';
import { THREADS_PER_DOCUMENT_MAX } from '../../gate/limits.ts';

export type ThreadRow = Awaited<ReturnType<typeof listThreads>>[number];

/** The newest ones, resolved ones too: as many as one document may hold open, and as many again. */
export function listThreads(reader: Reader, documentId: string) {
  return reader.thread.findMany({
    where: { documentId },
    include: { comments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: THREADS_PER_DOCUMENT_MAX * 2,
  });
}

export function findThread(reader: Reader, id: string) {
  return reader.thread.findUnique({
    where: { id },
    include: { _count: { select: { comments: true } } },
  });
}
