/** Which named people an action concerns: whose turn it now is, whose work was judged, whose group it is. */

import { attentionOf } from '../gate/attention.ts';
import type { EventKind } from '../gate/event-kinds.ts';
import type { GroupFacts } from '../gate/facts.ts';
import type { AttentionFacts, GateEvent } from '../gate/ruling.ts';
import type { NewNotification } from '../store/notifications/write-notifications.ts';

/** Heard by the person behind the document: its author, or who issued the agent's token. */
const AUTHOR_HEARS: readonly EventKind[] = [
  'document.approved',
  'document.revision_requested',
  'document.rejected',
  'document.reopened',
  'comment.added',
];

/** Heard by the group's owner. */
const OWNER_HEARS: readonly EventKind[] = [
  'group.completed',
  'group.discarded',
  'run.stopped',
  'question.asked',
  'document.rejected',
  'comment.added',
];

/** Heard by the person who asked the question. */
const ASKER_HEARS: readonly EventKind[] = ['question.answered', 'question.dismissed'];

/** Most pressing first: of several for one person only the first is written. */
export function notificationsOf(
  group: { readonly ownerId: string },
  events: readonly GateEvent[],
  attention: readonly AttentionFacts[],
  { before, after }: { readonly before: GroupFacts; readonly after: GroupFacts },
): NewNotification[] {
  const newest = events[0]?.kind;
  if (newest === undefined) return [];
  const turns = attention
    .filter(({ targetKind }) => targetKind === 'person')
    .map(({ targetId, documentId, runId }) => {
      // A submission may begin a run in passing; what calls the person is the document.
      const about = events.find((event) => documentId !== null && event.documentId === documentId);
      return { personId: targetId, kind: about?.kind ?? newest, documentId, runId };
    });
  const authors = events
    .filter(({ kind }) => AUTHOR_HEARS.includes(kind))
    .flatMap(({ kind, documentId }) => {
      const document = after.documents.find(({ id }) => id === documentId);
      if (document === undefined || document.issuerId === 'system') return [];
      return [{ personId: document.issuerId, kind, documentId: document.id, runId: null }];
    });
  const late = events.flatMap(({ kind, documentId }) =>
    kind === 'document.overdue' ? reminded(group.ownerId, after, documentId) : [],
  );
  const owner = events
    .filter(({ kind }) => OWNER_HEARS.includes(kind))
    .map(({ kind, documentId, runId }) => ({
      personId: group.ownerId,
      kind,
      documentId: documentId ?? null,
      runId: runId ?? null,
    }));
  // What is said in a thread concerns whoever raised it.
  const raisers = events.flatMap(({ kind, documentId, details }) => {
    const personId = details?.['raised_by'];
    const about = { kind, documentId: documentId ?? null, runId: null };
    return typeof personId === 'string' ? [{ personId, ...about }] : [];
  });
  const asked = ofQuestions(group, events, before);
  return [...turns, ...late, ...authors, ...raisers, ...asked, ...owner];
}

/** Who asked hears of the end of their question; who was asked, that it is overdue. */
function ofQuestions(
  group: { readonly ownerId: string },
  events: readonly GateEvent[],
  { questions }: GroupFacts,
): NewNotification[] {
  return events.flatMap(({ kind, questionId, documentId = null }): NewNotification[] => {
    const question = questions.find(({ id }) => id === questionId);
    if (question === undefined) return [];
    const { askedById, issuerId, assigneeId } = question;
    if (kind === 'question.overdue') {
      return [{ personId: assigneeId ?? group.ownerId, kind, documentId, runId: null }];
    }
    // An agent is told where it waits; only a person has a feed.
    const ended = ASKER_HEARS.includes(kind) && askedById === issuerId;
    return ended ? [{ personId: askedById, kind, documentId, runId: null }] : [];
  });
}

/** Those asked by name, or where a role is, the owner: they can ask somebody by name. */
function reminded(
  ownerId: string,
  after: GroupFacts,
  documentId: string | undefined,
): NewNotification[] {
  const asked = attentionOf(after)
    .filter((row) => row.documentId === documentId && row.targetKind === 'person')
    .map(({ targetId }) => targetId);
  const people = asked.length > 0 ? asked : [ownerId];
  const what = { kind: 'document.overdue', documentId: documentId ?? null, runId: null } as const;
  return people.map((personId) => ({ personId, ...what }));
}
