/** Threads: who may answer, mark done and resolve, what opens with a review, and what an open one holds. */
import type { CommentCommand, NewThread, Submission, ThreadCommand } from './commands.ts';
import type { EventKind } from './event-kinds.ts';
import type { DocumentFacts, GroupFacts, ThreadFacts } from './facts.ts';
import { THREADS_PER_DOCUMENT_MAX } from './limits.ts';
import { refuse } from './refusals.ts';
import type { Allowed, Change, GateEvent, Refused, Ruling, VerdictGiver } from './ruling.ts';
import type { ThreadState } from './vocabulary.ts';

/** A `must` thread holds the approval of whoever raised it until they resolve it; the author's *done* isn't enough. */
export function insistsOn({ threads }: DocumentFacts, id: string): boolean {
  return threads.some(({ weight, raisedById }) => weight === 'must' && raisedById === id);
}

/** What asks something of the author and has no answer yet. Advice asks the person who decides, not the author. */
export function waitsOnAuthor({ threads }: DocumentFacts): readonly ThreadFacts[] {
  return threads.filter(({ weight, state, advice, answered }) => {
    const asks = weight === 'must' || weight === 'question';
    return asks && state === 'open' && !advice && !answered;
  });
}

/** Comments without a verdict: from whoever may judge, on any document of the gate that isn't withdrawn. */
export function comment(document: DocumentFacts, command: CommentCommand): Ruling {
  const { id: documentId, state, series } = document;
  if (!command.by.mayJudge) return refuse('may_not_judge');
  if (series === 'closing') return refuse('closing_is_approve_only');
  if (state === 'withdrawn') {
    return refuse('state_forbids', { state, verb: command.verb, document: documentId });
  }
  const full = refuseMore(document, command.threads);
  if (full !== null) return full;
  const opened = { ...command, advice: false };
  return { allowed: true, ...openThreads(documentId, opened) };
}

/** Null: there is room for these. */
export function refuseMore({ threads }: DocumentFacts, more: readonly NewThread[]): Refused | null {
  const max = THREADS_PER_DOCUMENT_MAX;
  return threads.length + more.length > max ? refuse('comments_too_many', { max }) : null;
}

interface Opened {
  readonly revision: number;
  readonly threads: readonly NewThread[];
  readonly by: Pick<VerdictGiver, 'kind' | 'id'>;
  readonly advice: boolean;
}

/** One event for all of a review. */
export function openThreads(
  documentId: string,
  { revision, threads, by, advice }: Opened,
): Omit<Allowed, 'allowed'> {
  if (threads.length === 0) return { changes: [], events: [] };
  const changes = threads.map(({ id, weight }): Change => {
    const raised = { raisedByKind: by.kind, raisedById: by.id };
    const thread = { id, weight, state: 'open', ...raised, advice, answered: false } as const;
    return { kind: 'thread_opened', documentId, revision, thread };
  });
  const details = { revision, comments: threads.length };
  return { changes, events: [{ kind: 'comment.added', documentId, details }] };
}

/**
 * A reply passes the turn: the author's to whoever raised the thread, theirs back to the author, and then it is open
 * again. The author's side marks it done; only who raised it, or a maintainer, resolves it. What a person wants that is
 * so already changes nothing.
 */
export function moveThread(document: DocumentFacts, command: ThreadCommand): Ruling {
  const { verb, threadId, by, says } = command;
  if (!by.mayWrite) return refuse('may_not_write');
  const thread = document.threads.find(({ id }) => id === threadId);
  // Only unresolved threads are facts: any other is settled.
  if (thread === undefined) {
    return verb === 'resolve' && !says
      ? { allowed: true, changes: [], events: [] }
      : refuse('thread_resolved', { thread: threadId });
  }
  const raised = thread.raisedById === by.id;
  if (verb === 'mark_done' && !isAuthor(document, by.id)) return refuse('thread_not_author');
  if (verb === 'resolve' && !raised && !by.mayMaintain) return refuse('thread_not_yours');
  const after = afterwards(document, thread, command);
  const moved = after.state !== thread.state || after.answered !== thread.answered;
  if (!moved && !says) return { allowed: true, changes: [], events: [] };
  const { id: documentId } = document;
  const changes: Change[] = [
    ...(says ? [{ kind: 'thread_commented', threadId } as const] : []),
    ...(moved ? [{ kind: 'thread_moved', documentId, threadId, ...after } as const] : []),
  ];
  return { allowed: true, changes, events: [eventOf(command, thread, after.state)] };
}

/** The responses of a next revision that name a thread: each is the author's reply to it. */
export function answerThreads(
  { id: documentId, threads }: DocumentFacts,
  { respondsTo, settles = [] }: Submission,
): readonly Change[] {
  return threads
    .filter(({ id }) => respondsTo.includes(id))
    .flatMap(({ id: threadId }): Change[] => [
      { kind: 'thread_commented', threadId },
      {
        ...{ kind: 'thread_moved', documentId, threadId, answered: true },
        state: settles.includes(threadId) ? 'done' : 'open',
      },
    ]);
}

/** Whoever raised these has nothing left to say about them. */
export function settleThreads(
  { id: documentId, threads }: DocumentFacts,
  raisedById: string,
): Omit<Allowed, 'allowed'> {
  const own = threads.filter((thread) => thread.raisedById === raisedById);
  if (own.length === 0) return { changes: [], events: [] };
  const changes = own.map(
    ({ id: threadId, answered }): Change => ({
      ...{ kind: 'thread_moved', documentId, threadId, state: 'resolved', answered },
    }),
  );
  const details = { threads: own.length };
  return { changes, events: [{ kind: 'thread.resolved', documentId, details }] };
}

/** What a person could do with a thread now. */
export function threadOffers(
  group: GroupFacts,
  document: DocumentFacts,
  threadId: string,
  by: ThreadCommand['by'],
): Readonly<Record<ThreadCommand['verb'], boolean>> {
  const may = (verb: ThreadCommand['verb']) =>
    group.state === 'open' &&
    document.threads.some(({ id }) => id === threadId) &&
    moveThread(document, { verb, documentId: document.id, threadId, by, says: true }).allowed;
  return { reply: may('reply'), mark_done: may('mark_done'), resolve: may('resolve') };
}

function isAuthor({ authorId, issuerId }: DocumentFacts, id: string): boolean {
  return authorId === id || issuerId === id;
}

function afterwards(
  document: DocumentFacts,
  thread: ThreadFacts,
  { verb, by }: ThreadCommand,
): { readonly state: ThreadState; readonly answered: boolean } {
  if (verb === 'resolve') return { state: 'resolved', answered: thread.answered };
  if (verb === 'mark_done') return { state: 'done', answered: true };
  if (thread.raisedById === by.id) return { state: 'open', answered: false };
  if (isAuthor(document, by.id)) return { state: thread.state, answered: true };
  return { state: thread.state, answered: thread.answered };
}

const EVENTS = {
  reply: 'comment.added',
  mark_done: 'thread.done',
  resolve: 'thread.resolved',
} as const satisfies Record<ThreadCommand['verb'], EventKind>;

/** Names the person who raised it: what the other side says concerns them. */
function eventOf(
  { verb, documentId }: ThreadCommand,
  { id, raisedByKind, raisedById }: ThreadFacts,
  state: ThreadState,
): GateEvent {
  const raisedBy = raisedByKind === 'person' ? raisedById : null;
  return { kind: EVENTS[verb], documentId, details: { thread: id, state, raised_by: raisedBy } };
}
