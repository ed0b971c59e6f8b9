/** One event as a sentence in the reader's language. */
import type { Sentences } from '../../dependencies.ts';
import type { EventKind } from '../../gate/event-kinds.ts';
import type { EventRow } from '../../store/events/list-events.ts';

export function sentenceOfEvent(row: EventRow, say: Sentences): string {
  const members = plainMembersOf(row.details);
  return say.event(row.kind as EventKind, {
    ...members,
    actor: row.actorName,
    subject: isOfAccount(row) ? (members['username'] ?? row.actorName) : subjectOf(row),
  });
}

/** What happens to an account belongs to no project. */
function isOfAccount({ kind }: EventRow): boolean {
  return /^(person|password|second_factor|session)\./.test(kind);
}

/** A group is completed by its final approval, but it is the group that is complete. */
function subjectOf(row: EventRow): string {
  const { kind, questionId, documentId, groupId, projectId } = row;
  if (kind.startsWith('group.')) return groupId ?? projectId;
  return questionId ?? documentId ?? groupId ?? projectId;
}

function plainMembersOf(details: string): Record<string, string | number> {
  const members = Object.entries(JSON.parse(details) as Record<string, unknown>);
  return Object.fromEntries(
    members.filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}
