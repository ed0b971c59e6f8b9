/** What takes nothing more: a group that is completed or discarded, and every group of an archived project. */
import type { GroupFacts } from './facts.ts';
import { refuse } from './refusals.ts';
import type { Refused } from './ruling.ts';

/** Null: the group takes changes. That its project is archived comes first: nobody but its maintainers can change that. */
export function refuseClosedGroup(
  group: Pick<GroupFacts, 'id' | 'projectId' | 'state' | 'archived'>,
): Refused | null {
  if (group.archived) return refuse('project_archived', { project: group.projectId });
  if (group.state === 'open') return null;
  return refuse('group_closed', { group: group.id, state: group.state });
}
