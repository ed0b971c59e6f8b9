/** A question as people see it. */
import type { QuestionView } from '../../contracts/questions.ts';
import type { Call } from '../../dependencies.ts';
import type { ActorKind, QuestionState } from '../../gate/vocabulary.ts';
import { can } from '../../identity/permissions.ts';
import { fromJson } from '../../store/json.ts';
import type { QuestionRow } from '../../store/questions/read-questions.ts';
import { wireTime } from '../times.ts';

export interface Option {
  readonly id: string;
  readonly label: string;
}

export function optionsOf(row: { readonly id: string; readonly options: string }): Option[] {
  return fromJson<Option[]>(row.options, `the options of ${row.id}`);
}

export function questionView(
  row: QuestionRow,
  steps: readonly { readonly id: string; readonly number: number }[],
  assigneeName: string | null,
  { caller }: Call,
): QuestionView {
  const mayAnswer = can(caller, 'question.answer', { projectId: row.projectId });
  return {
    id: row.id,
    group_id: row.groupId,
    group_title: row.group.title,
    document_id: row.documentId,
    step_number: steps.find(({ id }) => id === row.stepId)?.number ?? null,
    text: row.text,
    context: row.context,
    options: optionsOf(row),
    blocking: row.blocking,
    assumption: row.assumption,
    state: row.state as QuestionState,
    asked_by: { kind: row.askedByKind as ActorKind, id: row.askedById, name: row.askedByName },
    assignee: assigneeName,
    asked_at: wireTime(row.createdAt),
    closed_because: row.closedBecause,
    answers: row.answers.map((answer) => ({
      by: { kind: answer.byKind as ActorKind, id: answer.byId, name: answer.byName },
      at: wireTime(answer.createdAt),
      option: answer.option,
      text: answer.text,
      agrees: answer.agrees,
    })),
    may_answer: row.state === 'open' && row.group.state === 'open' && mayAnswer,
  };
}
