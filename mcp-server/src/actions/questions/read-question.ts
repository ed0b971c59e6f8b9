/** One question with its context, options and answers. */
import { QuestionAnsweredView, QuestionIdInput } from '../../contracts/questions.ts';
import { action } from '../action.ts';
import { groupOfQuestion, placeOfGroup } from '../places.ts';
import { readQuestionView } from './read-question-view.ts';

export const readQuestion = action({
  name: 'read_question',
  input: QuestionIdInput,
  output: QuestionAnsweredView,
  permission: 'project.read',
  place: ({ question_id }) => placeOfGroup(groupOfQuestion(question_id)),
  run: (dependencies, call, { question_id }) => readQuestionView(dependencies, call, question_id),
});
