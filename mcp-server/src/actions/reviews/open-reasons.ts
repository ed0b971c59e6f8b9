/** What the author is asked: the open reasons of a document, and comments that wait for an answer without being one. */
import type { Reader } from '@flowgate/database';
import type { z } from 'zod';
import type { AgentReason } from '../../contracts/work.ts';
import { findRevision } from '../../store/documents/read-document.ts';
import { type RevisionContent, readContent } from '../documents/canonical-content.ts';
import { placesIn } from './place-comments.ts';

export type OpenReason = z.input<typeof AgentReason>;

/**
 * In a reviewer's own words, each with the place it is about and what they would write instead. `hasThreads` false: it is
 * known that no comment is open on the document, and nothing more is read.
 */
export async function readOpenReasons(
  reader: Reader,
  documentId: string,
  hasThreads = true,
): Promise<OpenReason[]> {
  const [reasons, threads] = await Promise.all([
    reader.reason.findMany({
      where: { documentId, response: null, setAsideAt: null },
      orderBy: [{ createdAt: 'asc' }, { number: 'asc' }],
    }),
    hasThreads ? readWaiting(reader, documentId) : [],
  ]);
  const ofReason = new Map(threads.map((thread) => [thread.id, thread]));
  const placeIn = threads.length > 0 ? await placesInLatest(reader, documentId) : null;
  const about = (thread: Waiting | undefined) =>
    thread === undefined || placeIn === null ? {} : aboutOf(thread, placeIn);
  const asked = new Set(reasons.map(({ id }) => id));
  return [
    ...reasons.map(({ id, revision, text }) => ({
      ...{ reason_id: id, revision, text },
      ...about(ofReason.get(id)),
    })),
    ...threads
      .filter(({ id }) => !asked.has(id))
      .map((thread) => ({
        ...{ reason_id: thread.id, revision: thread.revision, text: lastWords(thread) },
        ...about(thread),
      })),
  ];
}

type Waiting = Awaited<ReturnType<typeof readWaiting>>[number];

/** As `waitsOnAuthor` of the gate has it. */
function readWaiting(reader: Reader, documentId: string) {
  return reader.thread.findMany({
    where: {
      ...{ documentId, state: 'open', answeredAt: null },
      weight: { in: ['must', 'question'] },
      OR: [{ advice: null }, { advice: false }],
    },
    include: { comments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

async function placesInLatest(reader: Reader, documentId: string) {
  const row = await reader.document.findUnique({ where: { id: documentId } });
  const revision = row && (await findRevision(reader, documentId, row.revision));
  const empty: RevisionContent = {
    ...{ title: '', body: '', fields: {}, claims: [], cites: [], assumptions: [] },
  };
  return placesIn(revision ? readContent(revision.content, documentId) : empty);
}

function aboutOf(
  { id, anchor, weight, comments }: Waiting,
  placeIn: ReturnType<typeof placesIn>,
): Pick<OpenReason, 'weight' | 'anchor' | 'suggestion'> {
  const { quote, line_from, line_to, claim, outdated } = placeIn(anchor, id);
  const first = comments.find((comment) => comment.id === id);
  const suggested = first?.suggestionOld ?? null;
  return {
    weight: weight as 'must' | 'question',
    ...(quote === null
      ? {}
      : {
          anchor: {
            quote,
            ...(line_from === null || line_to === null ? {} : { line_from, line_to }),
            ...(claim === null ? {} : { claim }),
            ...(outdated ? { outdated } : {}),
          },
        }),
    ...(suggested === null
      ? {}
      : { suggestion: { old: suggested, new: first?.suggestionNew ?? '' } }),
  };
}

/** What was said last is what waits for an answer. */
function lastWords({ id, comments }: Waiting): string {
  const first = comments.find((comment) => comment.id === id);
  return (comments.findLast((comment) => comment.id !== id) ?? first)?.text ?? '';
}
