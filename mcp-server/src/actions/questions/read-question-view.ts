/** One question as it stands now. */
import type { z } from 'zod';
import type { QuestionAnsweredView } from '../../contracts/questions.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { problems } from '../../problems.ts';
import { findQuestion } from '../../store/questions/read-questions.ts';
import { questionViews } from './question-view.ts';

/** Throws `not_found`. */
export async function readQuestionView(
  dependencies: Dependencies,
  call: Call,
  id: string,
): Promise<z.input<typeof QuestionAnsweredView>> {
  const row = await findQuestion(dependencies.database.reader, id);
  const [question] = await questionViews(dependencies, row === null ? [] : [row], call);
  if (question === undefined) throw problems.notFound();
  return { question };
}
