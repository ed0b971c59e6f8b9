/** What a submission outside the steps comes with: memos and conversations nothing, a work plan the sequence it would make. */
import type { SubmitDocumentInput } from '../../contracts/submit.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Submission } from '../../gate/commands.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import type { TypeDefinition } from '../../store/types/type-catalogue.ts';
import { type ArrangedPlan, arrangePlan, setsGates } from '../workflow/arrange-plan.ts';

/** Types that stand outside the steps. A conversation is opened by a body that says what it is about; then it takes turns. */
export function outsideOf(
  type: TypeDefinition | null,
  { documentCount }: { readonly documentCount: number },
  { documents }: GroupFacts,
  fields: SubmitDocumentInput['fields'] = {},
): Pick<Submission, 'outside'> {
  const have = documentCount - documents.filter(({ stepId }) => stepId !== null).length;
  if (type?.series === 'memo' || type?.series === 'conversation') {
    return { outside: { series: type.series, gate: null, have } };
  }
  if (type?.series !== 'plan') return {};
  return { outside: { series: 'plan', gate: type.gate, have, setsGates: setsGates(fields) } };
}

/** Whether a work plan could fill the sequence as it stands. */
export async function planOf(
  dependencies: Dependencies,
  { fields = {} }: SubmitDocumentInput,
  facts: GroupFacts,
  type: TypeDefinition | null,
): Promise<Pick<ArrangedPlan, 'faults' | 'ruling'>> {
  if (type?.series !== 'plan') return { faults: [], ruling: null };
  return arrangePlan(dependencies, facts, fields, facts.sequenceVersion);
}
