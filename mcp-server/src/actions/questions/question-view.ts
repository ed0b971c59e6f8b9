/** Questions as people see them: what is asked, of whom, since when, and what this caller may do about it. */
import type { QuestionView } from '../../contracts/questions.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { questionDueAt } from '../../gate/questions.ts';
import type { ActorKind, QuestionState } from '../../gate/vocabulary.ts';
import { can } from '../../identity/permissions.ts';
import { listAsked } from '../../store/attention/list-attention.ts';
import { fromJson } from '../../store/json.ts';
import { personNames } from '../../store/people/person-names.ts';
import type { QuestionRow } from '../../store/questions/read-questions.ts';
import { targetNames } from '../attention-targets.ts';
import { wireTime } from '../times.ts';

export interface Option {
  readonly id: string;
  readonly label: string;
}

export function optionsOf(row: { readonly id: string; readonly options: string }): Option[] {
  return fromJson<Option[]>(row.options, `the options of ${row.id}`);
}

/** When a row is raised again unless somebody answers. */
export function dueAtOf(
  row: Pick<QuestionRow, 'blocking' | 'raisedCount' | 'askedSince' | 'createdAt'>,
): Date {
  const { blocking, raisedCount, askedSince, createdAt } = row;
  return questionDueAt({ blocking, raised: raisedCount ?? 0 }, askedSince ?? createdAt);
}

/** A few queries for all of them, none where there are none. */
export async function questionViews(
  { database: { reader }, clock }: Dependencies,
  rows: readonly QuestionRow[],
  call: Call,
): Promise<QuestionView[]> {
  if (rows.length === 0) return [];
  const open = rows.filter(({ state }) => state === 'open').map(({ id }) => id);
  const [steps, names, asked] = await Promise.all([
    reader.step.findMany({
      where: { id: { in: rows.flatMap(({ stepId }) => stepId ?? []) } },
      select: { id: true, number: true },
    }),
    personNames(
      reader,
      rows.map(({ assigneeId }) => assigneeId),
    ),
    open.length === 0 ? [] : listAsked(reader, open),
  ]);
  const nameOf = await targetNames(reader, call.say, asked);
  const now = clock.now();
  return rows.map((row) => ({
    ...factsOf(row),
    step_number: steps.find(({ id }) => id === row.stepId)?.number ?? null,
    assignee: names.get(row.assigneeId ?? '') ?? null,
    asked: asked
      .filter(({ questionId }) => questionId === row.id)
      .map((target) => ({ who: nameOf(target), since: wireTime(target.since) })),
    due_at: row.state === 'open' ? wireTime(dueAtOf(row)) : null,
    overdue: row.state === 'open' && ((row.raisedCount ?? 0) > 0 || dueAtOf(row) <= now),
    ...mayDo(row, call),
  }));
}

function factsOf(row: QuestionRow) {
  return {
    id: row.id,
    group_id: row.groupId,
    group_title: row.group.title,
    document_id: row.documentId,
    text: row.text,
    context: row.context,
    options: optionsOf(row),
    blocking: row.blocking,
    assumption: row.assumption,
    state: row.state as QuestionState,
    asked_by: { kind: row.askedByKind as ActorKind, id: row.askedById, name: row.askedByName },
    asked_at: wireTime(row.createdAt),
    closed_because: row.closedBecause,
    answers: row.answers.map((answer) => ({
      by: { kind: answer.byKind as ActorKind, id: answer.byId, name: answer.byName },
      at: wireTime(answer.createdAt),
      option: answer.option,
      text: answer.text,
      agrees: answer.agrees,
    })),
  };
}

function mayDo(row: QuestionRow, { caller }: Call) {
  const { projectId } = row;
  const open = row.state === 'open' && row.group.state === 'open';
  const asker = caller.kind === 'person' && caller.id === row.askedById;
  return {
    may_answer: open && can(caller, 'question.answer', { projectId }),
    may_withdraw: open && asker && can(caller, 'question.ask', { projectId }),
  };
}
