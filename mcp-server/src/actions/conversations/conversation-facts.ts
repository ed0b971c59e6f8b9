/** A conversation as the gate looks at it. */
import type { ConversationFacts } from '../../gate/conversing.ts';
import type { GroupState, Series } from '../../gate/vocabulary.ts';
import type { ConversationRow } from '../../store/conversations/turns.ts';

/** `turnCount` where it was read again under the group's lock. */
export function conversationFacts(
  { id, series, projectId, groupId, group, turnCount: read }: ConversationRow,
  turnCount = read ?? 0,
): ConversationFacts {
  const states = { series: series as Series, groupState: group.state as GroupState };
  const archived = group.project.archivedAt !== null;
  return { id, projectId, groupId, archived, turnCount, ...states };
}
