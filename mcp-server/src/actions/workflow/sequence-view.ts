/** A sequence as it is shown: each step with the state that follows from its document. */
import type { SequenceView, StepView } from '../../contracts/groups.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import { headOf } from '../../gate/sequence.ts';
import type { GroupRecord } from '../../store/groups/read-group.ts';

/** `notes` by step id: texts the rules don't see. */
export function sequenceView(
  facts: GroupFacts,
  notes: ReadonlyMap<string, string | null>,
): SequenceView {
  const head = headOf(facts);
  return {
    version: facts.sequenceVersion,
    decided: facts.decided,
    steps: facts.steps.map((step): StepView => {
      const document = facts.documents.find(({ stepId }) => stepId === step.id);
      const isHead = step.id === head?.id && facts.state === 'open';
      return {
        id: step.id,
        number: step.number,
        type: step.type,
        series: step.series,
        state: stepState(document?.state, isHead),
        is_head: isHead,
        document_id: document?.id ?? null,
        note: notes.get(step.id) ?? null,
        gate: {
          by: step.gate.by,
          approvals: step.gate.approvals,
          roles: [...step.gate.roles],
          checks: [...step.gate.checks],
          unattended: step.gate.unattended,
          due_hours: step.gate.dueHours ?? null,
          stand_in: step.gate.standIn ?? null,
        },
        assignee: step.assignee,
        stale: (document?.staleBecause.length ?? 0) > 0,
      };
    }),
  };
}

export function notesOf(record: Pick<GroupRecord, 'steps'>): Map<string, string | null> {
  return new Map(record.steps.map(({ id, note }) => [id, note]));
}

export function stepState(documentState: string | undefined, isHead: boolean): StepView['state'] {
  if (documentState === undefined || documentState === 'withdrawn') {
    return isHead ? 'open' : 'pending';
  }
  return documentState as StepView['state'];
}
