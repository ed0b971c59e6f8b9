/** What an agent gets when it asks for work: the step, what to read, what to produce, why the last try failed. */
import type { AssignmentView } from '../../contracts/work.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { DocumentFacts, GroupFacts, StepFacts } from '../../gate/facts.ts';
import type { Language } from '../../gate/vocabulary.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { instructionsFor } from '../../store/projects/type-instructions.ts';
import { citedConversations } from '../conversations/cited-conversations.ts';
import { readCriteriaAtHead } from '../documents/known-criteria.ts';
import { agentAnswers } from '../questions/agent-answers.ts';
import { readOpenReasons } from '../reviews/open-reasons.ts';
import { fieldsIn } from '../types/fields-in.ts';

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
  const [type, criteria, reasons, answers] = await Promise.all([
    types.at(typeId, typeVersion),
    readCriteriaAtHead(reader, facts),
    document === null ? [] : readOpenReasons(reader, document.id, document.threads.length > 0),
    record.questionCount === 0
      ? []
      : agentAnswers(reader, { groupId: facts.id, stepId: head.id, state: { not: 'open' } }),
  ]);
  const titles = new Map(record.documents.map(({ id, title }) => [id, title]));
  const near = toRead(facts, head);
  const cited = await citedConversations(
    reader,
    record.documents.filter(({ id, citeCount }) => {
      return citeCount > 0 && near.some((one) => one.id === id);
    }),
  );
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
    read: [
      ...near.map(({ id, why }) => ({ id, title: titles.get(id) ?? id, why })),
      ...cited.map((one) => ({ ...one, why: 'cited' })),
    ],
    reasons,
    answers,
    stale: facts.documents
      .filter(({ staleBecause }) => staleBecause.length > 0)
      .map(({ id }) => id),
    instructions: instructionsFor(record, head.type),
  };
}

/** Reports rest on the instruction before them, and everything on what stands directly before it. */
const PREDECESSORS_NAMED_MAX = 3;

function toRead({ steps, documents }: GroupFacts, head: StepFacts): { id: string; why: string }[] {
  const before = steps
    .filter(({ number }) => number < head.number)
    .flatMap(({ id }) => documents.find(({ stepId }) => stepId === id) ?? []);
  const [root, ...rest] = before;
  const near = rest.slice(-PREDECESSORS_NAMED_MAX);
  return [
    ...(root ? [{ id: root.id, why: 'root' }] : []),
    ...near.map(({ id }) => ({ id, why: 'predecessor' })),
  ];
}
