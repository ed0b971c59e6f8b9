/** A group in a list. */
import type { GroupSummary } from '../../contracts/groups.ts';
import type { GroupState } from '../../gate/vocabulary.ts';
import { wireTime } from '../times.ts';
import { stepState } from './sequence-view.ts';

/** What a summary needs of a group's rows; `readGroupScene` and `listGroups` both read more. */
export interface SummarisedGroup {
  readonly id: string;
  readonly projectId: string;
  readonly moduleId: string;
  readonly title: string;
  readonly state: string;
  readonly ownerId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly closedBecause: string | null;
  readonly steps: readonly {
    readonly id: string;
    readonly number: number;
    readonly type: string;
  }[];
  readonly documents: readonly { readonly stepId: string | null; readonly state: string }[];
  readonly questions: readonly { readonly blocking: boolean }[];
}

export function groupSummary(group: SummarisedGroup, ownerName: string): GroupSummary {
  const stateAt = new Map(group.documents.map(({ stepId, state }) => [stepId, state]));
  const head = group.steps.find((step) => stateAt.get(step.id) !== 'approved');
  return {
    id: group.id,
    project: group.projectId,
    module: group.moduleId.slice(group.projectId.length + 1),
    title: group.title,
    state: group.state as GroupState,
    clarifying: group.questions.some(({ blocking }) => blocking),
    owner: { kind: 'person', id: group.ownerId, name: ownerName },
    created_at: wireTime(group.createdAt),
    updated_at: wireTime(group.updatedAt),
    closed_because: group.closedBecause,
    progress: {
      approved: group.steps.filter((step) => stateAt.get(step.id) === 'approved').length,
      steps: group.steps.length,
    },
    head:
      head === undefined || group.state !== 'open'
        ? null
        : { number: head.number, type: head.type, state: stepState(stateAt.get(head.id), true) },
  };
}
