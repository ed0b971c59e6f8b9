/** Answered and dismissed questions, as the agent that asked reads them. */
import type { Prisma, Reader } from '@flowgate/database';
import type { AssignmentView } from '../../contracts/work.ts';
import { QUESTIONS_OPEN_MAX } from '../../gate/limits.ts';
import { listQuestions } from '../../store/questions/read-questions.ts';
import { optionsOf } from './question-view.ts';

/** One row a question, with its newest answer; an option is told by its label. */
export async function agentAnswers(
  reader: Reader,
  where: Prisma.QuestionWhereInput,
): Promise<AssignmentView['answers']> {
  const rows = await listQuestions(reader, where, QUESTIONS_OPEN_MAX);
  return rows.map((row) => {
    const answer = row.answers.at(-1);
    const chosen = optionsOf(row).find(({ id }) => id === answer?.option);
    return {
      question_id: row.id,
      question: row.text,
      state: row.state,
      option: chosen?.label ?? null,
      text: answer?.text ?? row.closedBecause,
      agrees: answer?.agrees ?? null,
    };
  });
}
