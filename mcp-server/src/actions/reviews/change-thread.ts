/** What every act on a thread does: ask the gate, add the words, move the thread, tell the other side. */
import type { z } from 'zod';
import type { ThreadChangedView } from '../../contracts/reviews.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { ThreadCommand } from '../../gate/commands.ts';
import { COMMENTS_PER_THREAD_MAX } from '../../gate/limits.ts';
import { rule } from '../../gate/rule.ts';
import type { ThreadState } from '../../gate/vocabulary.ts';
import type { Place } from '../../identity/permissions.ts';
import { problems } from '../../problems.ts';
import { findThread } from '../../store/reviews/threads.ts';
import { changeGroup, requireAllowed } from '../change-group.ts';
import { gatePerson } from '../gate-callers.ts';
import { groupOfDocument, placeOfDocument } from '../places.ts';

interface Act {
  readonly verb: ThreadCommand['verb'];
  readonly threadId: string;
  readonly text: string | undefined;
}

/** Where a thread stands. Null: there is none. */
export async function placeOfThread(
  { thread_id }: { readonly thread_id: string },
  _call: Call,
  { database: { reader } }: Dependencies,
): Promise<Place | null> {
  const thread = await findThread(reader, thread_id);
  return thread && placeOfDocument(thread.documentId);
}

export async function changeThread(
  dependencies: Dependencies,
  call: Call,
  { verb, threadId, text }: Act,
): Promise<z.input<typeof ThreadChangedView>> {
  const { database, newId } = dependencies;
  const thread = await findThread(database.reader, threadId);
  if (thread === null) throw problems.notFound();
  const { documentId } = thread;
  if (text !== undefined && thread._count.comments >= COMMENTS_PER_THREAD_MAX) {
    throw problems.refused({ code: 'comments_too_many', params: { max: COMMENTS_PER_THREAD_MAX } });
  }
  const view = (state: ThreadState) => ({ thread_id: threadId, document_id: documentId, state });
  return changeGroup(dependencies, call, groupOfDocument(documentId), {}, ({ facts }) => {
    const by = gatePerson(call.caller, facts.projectId);
    const says = text !== undefined;
    const command = { verb, documentId, threadId, by, says } as const;
    const ruling = requireAllowed(rule(facts, command));
    const stateIn = (group: typeof facts): ThreadState =>
      group.documents.find(({ id }) => id === documentId)?.threads.find(({ id }) => id === threadId)
        ?.state ?? 'resolved';
    if (ruling.changes.length === 0) return { settled: view(stateIn(facts)) };
    return {
      ...ruling,
      texts: { replies: new Map(says ? [[threadId, { id: newId(), text }]] : []) },
      answer: ({ after }) => view(stateIn(after)),
    };
  });
}
