/** The threads of a document, each with its place in the revision that is read. */
import type { z } from 'zod';
import { ListThreadsInput, ThreadsView, type ThreadView } from '../../contracts/reviews.ts';
import type { Call } from '../../dependencies.ts';
import type { DocumentFacts, GroupFacts } from '../../gate/facts.ts';
import { threadOffers, waitsOnAuthor } from '../../gate/threads.ts';
import type { ActorKind } from '../../gate/vocabulary.ts';
import { listThreads, type ThreadRow } from '../../store/reviews/threads.ts';
import { action } from '../action.ts';
import { readScene } from '../change-group.ts';
import { readDocumentRow } from '../documents/read-document-row.ts';
import { gatePerson } from '../gate-callers.ts';
import { groupOfDocument, placeOfDocument } from '../places.ts';
import { wireTime } from '../times.ts';
import { type Placed, placesIn } from './place-comments.ts';
import { readReviewed } from './read-reviewed.ts';

type View = z.input<typeof ThreadView>;

export const listDocumentThreads = action({
  name: 'list_document_threads',
  input: ListThreadsInput,
  output: ThreadsView,
  permission: 'project.read',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: async (dependencies, call, { document_id: documentId, revision: asked }) => {
    const { database, clock } = dependencies;
    const { reader } = database;
    const { revision: latest } = await readDocumentRow(reader, documentId);
    const revision = asked ?? latest;
    const rows = await listThreads(reader, documentId);
    if (rows.length === 0) return { document_id: documentId, revision, threads: [] };
    const placeIn = placesIn(await readReviewed(reader, documentId, revision));
    const groupId = groupOfDocument(documentId);
    const { facts } = await readScene(dependencies, call, groupId, clock.now(), { judging: [] });
    const document = facts.documents.find(({ id }) => id === documentId);
    const threads = rows.map((row) =>
      viewOf(row, placeIn(row.anchor, row.id), call, facts, document),
    );
    return { document_id: documentId, revision, threads: threads.toSorted(byPlace) };
  },
});

/** As one reads: the document as a whole, its lines in order, its claims, and last what is gone. */
function byPlace(one: View, other: View): number {
  const rank = ({ outdated, claim, line_from }: View) => [
    outdated ? 2 : claim === null ? 0 : 1,
    claim ?? line_from ?? 0,
  ];
  const [a = 0, b = 0] = rank(one);
  const [c = 0, d = 0] = rank(other);
  return a - c || b - d;
}

const NOTHING = { reply: false, mark_done: false, resolve: false };

function viewOf(
  row: ThreadRow,
  place: Placed,
  { caller }: Call,
  facts: GroupFacts,
  document: DocumentFacts | undefined,
): View {
  // The one that started the thread bears its id, and is first whatever the clock said.
  const comments = row.comments.toSorted(
    (a, b) => Number(b.id === row.id) - Number(a.id === row.id),
  );
  const [first] = comments;
  const suggestion = first?.suggestionOld ?? null;
  return {
    ...place,
    id: row.id,
    revision: row.revision,
    weight: row.weight as View['weight'],
    state: row.state as View['state'],
    advice: row.advice ?? false,
    waits_on_author:
      document !== undefined && waitsOnAuthor(document).some(({ id }) => id === row.id),
    suggestion: suggestion === null ? null : { old: suggestion, new: first?.suggestionNew ?? '' },
    comments: comments.map(({ id, byKind, byId, byName, createdAt, text }) => ({
      id,
      by: { kind: byKind as ActorKind, id: byId, name: byName },
      at: wireTime(createdAt),
      text,
    })),
    may:
      document === undefined || caller.kind !== 'person'
        ? NOTHING
        : threadOffers(facts, document, row.id, gatePerson(caller, facts.projectId)),
  };
}
