/** An answer: an option, a text, or both. */
import type { Reader, Transaction } from '@flowgate/database';
import type { AnswerQuestionInput } from '../../contracts/questions.ts';
import type { Call } from '../../dependencies.ts';
import { type Fault, problems } from '../../problems.ts';
import { findQuestion } from '../../store/questions/read-questions.ts';
import { actorOf } from '../actor-of.ts';
import { optionsOf } from './question-view.ts';

/** Throws `not_found`, or every fault of the answer. `path` is where it stands in the caller's input. */
export async function checkAnswer(
  reader: Reader,
  { question_id, option, text, agrees }: AnswerQuestionInput,
  path: string,
): Promise<void> {
  const question = await findQuestion(reader, question_id);
  if (question === null) throw problems.notFound();
  const at = (member: string) => (path === '' ? member : `${path}.${member}`);
  const options = optionsOf(question);
  const faults: Fault[] = [];
  if (option === undefined && text === undefined) {
    faults.push({ path: at('text'), code: 'answer_empty', params: {} });
  }
  if (option !== undefined && !options.some(({ id }) => id === option)) {
    const known = options.map(({ id }) => id).join(', ');
    faults.push({ path: at('option'), code: 'option_unknown', params: { known } });
  }
  if (question.assumption !== null && agrees === undefined) {
    faults.push({ path: at('agrees'), code: 'agrees_missing', params: {} });
  }
  if (faults.length > 0) throw problems.inputInvalid(faults);
}

export async function insertAnswer(
  transaction: Transaction,
  id: string,
  { caller }: Call,
  { question_id, option, text, agrees }: AnswerQuestionInput,
  now: Date,
): Promise<void> {
  const actor = actorOf(caller);
  await transaction.answer.createMany({
    data: [
      {
        id,
        questionId: question_id,
        option: option ?? null,
        text: text ?? null,
        agrees: agrees ?? null,
        byKind: actor.kind,
        byId: actor.id,
        byName: actor.name,
        createdAt: now,
      },
    ],
  });
}
