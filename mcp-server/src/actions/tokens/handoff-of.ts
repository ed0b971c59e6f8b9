/** What a handoff rests on, read and written down: the same facts that `continue` gives, as a person hands them on. */
import type { Call, Dependencies } from '../../dependencies.ts';
import type { TokenFacts } from '../../gate/facts.ts';
import { documentAt, headOf, stepById } from '../../gate/sequence.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import type { ProjectRow } from '../../store/projects/projects.ts';
import { instructionsFor } from '../../store/projects/type-instructions.ts';
import { readCriteriaAtHead } from '../documents/known-criteria.ts';
import { agentAnswers } from '../questions/agent-answers.ts';
import { readOpenReasons } from '../reviews/open-reasons.ts';
import { readingFor } from '../workflow/reading-for.ts';
import { writeHandoff, writeProjectHandoff } from './write-handoff.ts';

/** For a token bound to this group. */
export async function handoffOf(
  { database: { reader }, config }: Dependencies,
  { say }: Call,
  { record, facts }: GroupScene,
  token: TokenFacts,
): Promise<string> {
  const head = headOf(facts);
  const step = token.stepId === null ? head : stepById(facts, token.stepId);
  const document = step === null ? null : documentAt(facts, step.id);
  const isAsked = record.questionCount > 0 && step !== null;
  const [reading, reasons, answers, criteria] = await Promise.all([
    readingFor(reader, record, facts, step),
    document === null ? [] : readOpenReasons(reader, document.id, document.threads.length > 0),
    isAsked
      ? agentAnswers(reader, { groupId: facts.id, stepId: step.id, state: { not: 'open' } })
      : [],
    // Of a step that lies further on, what it will have to fulfil isn't written yet.
    step !== null && step.id === head?.id ? readCriteriaAtHead(reader, facts) : [],
  ]);
  return writeHandoff(say, {
    publicUrl: config.publicUrl,
    group: facts,
    groupTitle: record.title,
    token,
    step,
    document,
    note: record.steps.find(({ id }) => id === step?.id)?.note ?? null,
    reading,
    reasons,
    answers,
    criteria,
    instructions: instructionsFor(record, step?.type ?? null),
  });
}

/** For a token bound to no group: `continue` says where there is work. */
export function handoffOfProject(
  { config }: Pick<Dependencies, 'config'>,
  { say }: Pick<Call, 'say'>,
  { id, instructions }: Pick<ProjectRow, 'id' | 'instructions'>,
  token: TokenFacts,
): string {
  return writeProjectHandoff(say, {
    publicUrl: config.publicUrl,
    project: id,
    token,
    instructions,
  });
}
