/** Of everything that happened in a group since a position, what concerns the caller and what they wait for. */
import type { Reader } from '@flowgate/database';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { EventKind } from '../../gate/event-kinds.ts';
import { conversationsOf } from '../../store/conversations/turns.ts';
import { type EventRow, listGroupEventsOfKinds } from '../../store/events/list-events.ts';
import { fromJson } from '../../store/json.ts';
import type { Subject } from './awaited-subject.ts';

export interface Happened {
  /** Anything at all that ends the wait. */
  readonly any: boolean;
  /** More than turns of conversations. */
  readonly beyondTalk: boolean;
  readonly turns: readonly { readonly documentId: string; readonly turn: number }[];
  /** The caller's own token was taken away. */
  readonly revoked: boolean;
}

/** What is the caller's in the group; asked for only where an event of its kind came. */
interface Own {
  readonly tokenId: string;
  readonly reviews: boolean;
  questionIds(): Promise<readonly string[]>;
  runIds(): Promise<readonly string[]>;
  conversationIds(): Promise<readonly string[]>;
}

type Concerns = (event: EventRow, subject: Subject, own: Own) => boolean | Promise<boolean>;

const always: Concerns = () => true;
const ofDocument: Concerns = ({ documentId }, subject) =>
  subject.unnamed || documentId === subject.documentId;
/** Whoever reviews waits for something to read. */
const ofReviewer: Concerns = (event, subject, own) =>
  own.reviews && ofDocument(event, subject, own);
const ofQuestion: Concerns = async ({ questionId }, subject, own) =>
  subject.questionId === null
    ? (await own.questionIds()).includes(questionId ?? '')
    : questionId === subject.questionId;
const ofRun: Concerns = async ({ runId }, _subject, own) =>
  (await own.runIds()).includes(runId ?? '');
const ofToken: Concerns = (event, _subject, own) => detailsOf(event).token === own.tokenId;
/** The conversation waited for, and elsewhere those the caller takes part in: a person may be talking to it. */
const ofConversation: Concerns = async ({ documentId }, subject, own) =>
  documentId === subject.documentId ||
  (!subject.isConversation && (await own.conversationIds()).includes(documentId ?? ''));

const ENDS_A_WAIT: Partial<Record<EventKind, Concerns>> = {
  'document.submitted': ofReviewer,
  'document.approval_given': ofDocument,
  'document.approved': ofDocument,
  'document.revision_requested': ofDocument,
  'document.rejected': ofDocument,
  'document.reopened': ofDocument,
  'document.withdrawn': ofDocument,
  'document.stale': ofDocument,
  'review.advised': ofDocument,
  'comment.added': ofDocument,
  'question.answered': ofQuestion,
  'question.dismissed': ofQuestion,
  'sequence.decided': always,
  'sequence.changed': always,
  'run.stopped': ofRun,
  'run.resumed': ofRun,
  'token.revoked': ofToken,
  'conversation.turn': ofConversation,
  'group.completed': always,
  'group.discarded': always,
};
const KINDS = Object.keys(ENDS_A_WAIT) as EventKind[];

/** One look at the log; more follow where it holds more, so that nothing is passed over. */
const EVENTS_LOOKED_AT_ONCE = 200;

/** What the caller did itself is no news. Mostly one query: an announcement wakes a whole project for one document. */
export async function happenedSince(
  { database: { reader } }: Dependencies,
  { caller }: Call,
  subject: Subject,
  since: number,
): Promise<Happened> {
  const tokenId = caller.kind === 'agent' ? caller.token.id : '';
  const reviews = caller.kind === 'agent' && caller.token.scopes.includes('review');
  const own = { ...ownOf(reader, subject.groupId, tokenId), reviews };
  const concerning: EventRow[] = [];
  let after = since;
  for (;;) {
    const events = await listGroupEventsOfKinds(
      ...([reader, subject.groupId, after, KINDS, tokenId, EVENTS_LOOKED_AT_ONCE] as const),
    );
    for (const event of events) {
      const concerns = ENDS_A_WAIT[event.kind as EventKind];
      if (await concerns?.(event, subject, own)) concerning.push(event);
    }
    const last = events.at(-1);
    if (events.length < EVENTS_LOOKED_AT_ONCE || last === undefined) return summed(concerning);
    after = last.position;
  }
}

function summed(events: readonly EventRow[]): Happened {
  const isTalk = ({ kind }: EventRow) => kind === 'conversation.turn';
  return {
    any: events.length > 0,
    beyondTalk: events.some((event) => !isTalk(event)),
    turns: events.filter(isTalk).map((event) => ({
      documentId: event.documentId ?? '',
      turn: Number(detailsOf(event).turn),
    })),
    revoked: events.some(({ kind }) => kind === 'token.revoked'),
  };
}

function detailsOf({ details }: EventRow): { readonly token?: string; readonly turn?: number } {
  return fromJson(details, 'an entry of the log');
}

function ownOf(reader: Reader, groupId: string, tokenId: string): Omit<Own, 'reviews'> {
  return {
    tokenId,
    questionIds: once(async () => {
      const where = { groupId, askedById: tokenId };
      return idsOf(await reader.question.findMany({ where, select: { id: true } }));
    }),
    runIds: once(async () => {
      const where = { groupId, tokenId };
      return idsOf(await reader.run.findMany({ where, select: { id: true } }));
    }),
    conversationIds: once(async () => {
      const where = { groupId, series: 'conversation', authorId: tokenId };
      const opened = await reader.document.findMany({ where, select: { id: true } });
      return [...idsOf(opened), ...(await conversationsOf(reader, groupId, tokenId))];
    }),
  };
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id);
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}
