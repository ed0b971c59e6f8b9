/** A work plan as its reviewer needs it: the sequence it would make, beside the one there is. */
import type { PlanView } from '../../contracts/documents.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { DocumentFacts, GroupFacts } from '../../gate/facts.ts';
import { documentAt } from '../../gate/sequence.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { arrangePlan } from '../workflow/arrange-plan.ts';
import { notesOf } from '../workflow/sequence-view.ts';
import { refusalView } from './verdict-views.ts';

/** Null for everything but a plan that still waits for its approval. */
export async function planView(
  dependencies: Dependencies,
  { say }: Call,
  { record, facts }: GroupScene,
  document: DocumentFacts | undefined,
  fields: Readonly<Record<string, unknown>>,
): Promise<PlanView | null> {
  if (document?.series !== 'plan' || document.state === 'approved') return null;
  // Drawn on the sequence there is now, whatever it was written for: that is what the reviewer compares it with.
  const { ruling } = await arrangePlan(dependencies, facts, fields, facts.sequenceVersion);
  const arranged = ruling?.allowed
    ? ruling.changes.find((change) => change.kind === 'steps_arranged')
    : undefined;
  const notes = notesOf(record);
  const stays = new Set(arranged?.keptIds ?? facts.steps.map(({ id }) => id));
  return {
    version: document.plannedVersion,
    latest: facts.sequenceVersion,
    proposed: (arranged?.steps ?? []).map((step) => ({
      number: step.number,
      type: step.type,
      note: (step.note === undefined ? notes.get(step.id) : step.note) ?? null,
      kept: stays.has(step.id),
      filled: isFilled(facts, step.id),
    })),
    present: facts.steps.map(({ id, number, type }) => ({
      number,
      type,
      note: notes.get(id) ?? null,
      filled: isFilled(facts, id),
      removed: !stays.has(id),
    })),
    refusal: ruling?.allowed === false ? refusalView(say, ruling.refusal) : null,
  };
}

function isFilled(facts: GroupFacts, stepId: string): boolean {
  return documentAt(facts, stepId) !== null;
}
