/** A day before a token's time is up the owner of its group and its issuer are told, so that they can extend it. Once. */
import type { Call, Dependencies } from '../../dependencies.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { writeNotifications } from '../../store/notifications/write-notifications.ts';
import { findProject } from '../../store/projects/projects.ts';
import { findToken, reminderDueAt, takeReminder } from '../../store/tokens/tokens.ts';
import { SYSTEM_ACTOR } from '../actor-of.ts';

/** Nothing where nobody needs it any more; a later look when its life was extended meanwhile. */
export async function remindOfToken(
  { database, clock, announcer, newId }: Dependencies,
  _call: Call,
  tokenId: string,
): Promise<Date | null> {
  const token = await findToken(database.reader, tokenId);
  const now = clock.now();
  if (token === null || token.revokedAt !== null || token.state === 'ended') return null;
  if (token.expiresAt <= now) return null;
  if (reminderDueAt(token.expiresAt) > now) return reminderDueAt(token.expiresAt);
  const { projectId, groupId, issuerId } = token;
  // In an archived project it can't be extended, nor is there anything to extend it for.
  const project = await findProject(database.reader, projectId);
  if (project === null || project.archivedAt !== null) return null;
  const group =
    groupId === null ? null : await database.reader.group.findUnique({ where: { id: groupId } });
  if (group !== null && group.state !== 'open') return null;
  const kind = 'token.expiring' as const;
  await database.inTransaction(async (transaction) => {
    if (!(await takeReminder(transaction, tokenId))) return;
    const position = await appendEvents(transaction, {
      projectId,
      groupId,
      actor: SYSTEM_ACTOR,
      at: now,
      events: [{ kind, details: { token: tokenId, expires_at: token.expiresAt.toISOString() } }],
    });
    const people = group === null ? [issuerId] : [group.ownerId, issuerId];
    await writeNotifications(
      transaction,
      { projectId, groupId, position },
      SYSTEM_ACTOR.id,
      people.map((personId) => ({ personId, kind, documentId: null })),
      { label: token.label },
      { newId, now },
    );
  });
  announcer.announce(projectId);
  return null;
}
