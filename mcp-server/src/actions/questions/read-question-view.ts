/** One question as it stands now. */
import type { z } from 'zod';
import type { QuestionAnsweredView } from '../../contracts/questions.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { problems } from '../../problems.ts';
import { personNames } from '../../store/people/person-names.ts';
import { findQuestion } from '../../store/questions/read-questions.ts';
import { questionView } from './question-view.ts';

/** Throws `not_found`. */
export async function readQuestionView(
  { database: { reader } }: Dependencies,
  call: Call,
  id: string,
): Promise<z.input<typeof QuestionAnsweredView>> {
  const row = await findQuestion(reader, id);
  if (row === null) throw problems.notFound();
  const [steps, names] = await Promise.all([
    reader.step.findMany({ where: { groupId: row.groupId }, select: { id: true, number: true } }),
    personNames(reader, [row.assigneeId]),
  ]);
  return { question: questionView(row, steps, names.get(row.assigneeId ?? '') ?? null, call) };
}
