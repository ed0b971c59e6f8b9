/** What an agent gets when it asks for work: the step, what to read, what to produce, why the last try failed. */
import type { AssignmentView } from '../../contracts/work.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { DocumentFacts, GroupFacts, StepFacts } from '../../gate/facts.ts';
import type { Language } from '../../gate/vocabulary.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { instructionsFor } from '../../store/projects/type-instructions.ts';
import { readCriteriaAtHead } from '../documents/known-criteria.ts';
import { agentAnswers } from '../questions/agent-answers.ts';
import { readOpenReasons } from '../reviews/open-reasons.ts';
import { fieldsIn } from '../types/fields-in.ts';
import { readingFor } from './reading-for.ts';

/** Guides and templates are in the project's language: that is what the document is written in. */
export async function assignmentOf(
  { database: { reader }, types }: Dependencies,
  { record }: GroupScene,
  facts: GroupFacts,
  head: StepFacts,
  document: DocumentFacts | null,
): Promise<AssignmentView> {
  const step = record.steps.find(({ id }) => id === head.id);
  if (step === undefined) throw new Error(`step ${head.id} was not read`);
  const filling = record.documents.find(({ id }) => id === document?.id);
  const { typeId, typeVersion } = filling ?? step;
  const language = record.projectLanguage as Language;
  const [type, criteria, reasons, answers, reading] = await Promise.all([
    types.at(typeId, typeVersion),
    readCriteriaAtHead(reader, facts),
    document === null ? [] : readOpenReasons(reader, document.id, document.threads.length > 0),
    record.questionCount === 0
      ? []
      : agentAnswers(reader, { groupId: facts.id, stepId: head.id, state: { not: 'open' } }),
    readingFor(reader, record, facts, head),
  ]);
  return {
    group: facts.id,
    step: head.number,
    type: head.type,
    document_id: document?.id ?? null,
    note: step.note,
    guide: type.guides[language],
    template: type.templates[language],
    fields: fieldsIn(type.fieldSchema, language) as AssignmentView['fields'],
    claims_required: type.series === 'report',
    criteria,
    read: reading.map(({ id, title, why }) => ({ id, title, why })),
    reasons,
    answers,
    stale: facts.documents
      .filter(({ staleBecause }) => staleBecause.length > 0)
      .map(({ id }) => id),
    instructions: instructionsFor(record, head.type),
  };
}
