/** Which steps a token is bound to: what the issuer named, or the head and the last step before the final approval. */
import type { IssueTokenInput } from '../../contracts/tokens.ts';
import { refuseClosedGroup } from '../../gate/closed.ts';
import type { GroupFacts, StepFacts } from '../../gate/facts.ts';
import { headOf, isClosing } from '../../gate/sequence.ts';
import type { Scope } from '../../gate/vocabulary.ts';
import { faultAt, problems } from '../../problems.ts';

export interface BoundSteps {
  readonly step: StepFacts | null;
  readonly target: StepFacts | null;
}

/** Throws input_invalid, or the refusal of a group in which nobody can write. */
export function stepsOf(
  group: GroupFacts,
  input: IssueTokenInput,
  scopes: readonly Scope[],
): BoundSteps {
  const closed = refuseClosedGroup(group);
  if (closed !== null) throw problems.refused(closed.refusal);
  const head = headOf(group);
  // Who only reads or judges needs no step to write at.
  if (scopes.includes('submit')) requireWork(head, input.kind);
  return {
    step: input.kind === 'step' ? stepAhead(group, head, 'step', input.step, head) : null,
    target:
      input.kind === 'continuation'
        ? stepAhead(group, head, 'target_step', input.target_step, lastBeforeClosing(group))
        : null,
  };
}

function requireWork(head: StepFacts | null, kind: IssueTokenInput['kind']): void {
  if (head === null && kind === 'step') {
    throw problems.refused({ code: 'sequence_undecided', params: {} });
  }
  if (head !== null && isClosing(head)) {
    throw problems.refused({ code: 'closing_is_approve_only', params: {} });
  }
}

function stepAhead(
  group: GroupFacts,
  head: StepFacts | null,
  path: 'step' | 'target_step',
  id: string | undefined,
  otherwise: StepFacts | null,
): StepFacts | null {
  if (id === undefined) return otherwise;
  const step = group.steps.find((candidate) => candidate.id === id);
  if (step === undefined || isClosing(step)) throw faultAt(path, 'step_unknown');
  if (head === null || step.number < head.number) {
    throw faultAt(path, 'out_of_range', head === null ? {} : { min: head.number });
  }
  return step;
}

/** Null while the sequence is undecided: such a token goes on as far as there are steps. */
function lastBeforeClosing(group: GroupFacts): StepFacts | null {
  if (!group.decided) return null;
  return group.steps.findLast((step) => !isClosing(step)) ?? null;
}
