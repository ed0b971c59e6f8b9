/** A new turn concerns the people who talk here, who opened it, and the group's owner. */
import type { Transaction } from '@flowgate/database';
import type { Dependencies } from '../../dependencies.ts';
import { type ConversationRow, peopleIn } from '../../store/conversations/turns.ts';
import type { Actor } from '../../store/events/append-events.ts';
import { listUnreadAbout } from '../../store/notifications/list-unread-about.ts';
import { writeNotifications } from '../../store/notifications/write-notifications.ts';

const KIND = 'conversation.turn';

/** Whoever has an unread notice of this conversation needs no second: fifty turns are one thing to look at. */
export async function tellParticipants(
  { newId }: Dependencies,
  transaction: Transaction,
  { id: documentId, projectId, groupId, group, authorKind, authorId }: ConversationRow,
  actor: Actor,
  position: number,
  now: Date,
): Promise<void> {
  const opener = authorKind === 'person' ? [authorId] : [];
  const people = [...(await peopleIn(transaction, documentId)), ...opener, group.ownerId];
  const told = await listUnreadAbout(transaction, documentId, KIND);
  const fresh = people
    .filter((personId) => !told.includes(personId))
    .map((personId) => ({ personId, kind: KIND, documentId }) as const);
  const place = { projectId, groupId, position };
  const params = { title: group.title, actor: actor.name };
  await writeNotifications(transaction, place, actor.id, fresh, params, { newId, now });
}
