/** A person takes back a question of their own. Agents do it with `clarify`. */
import { QuestionAnsweredView, QuestionIdInput } from '../../contracts/questions.ts';
import { ruleQuestion } from '../../gate/questions.ts';
import { action } from '../action.ts';
import { personBehind } from '../actor-of.ts';
import { changeGroup, requireAllowed } from '../change-group.ts';
import { groupOfQuestion, placeOfGroup } from '../places.ts';
import { readQuestionView } from './read-question-view.ts';

export const withdrawQuestion = action({
  name: 'withdraw_question',
  input: QuestionIdInput,
  output: QuestionAnsweredView,
  permission: 'question.ask',
  place: ({ question_id }) => placeOfGroup(groupOfQuestion(question_id)),
  run: async (dependencies, call, { question_id: questionId }) => {
    await readQuestionView(dependencies, call, questionId);
    return changeGroup(dependencies, call, groupOfQuestion(questionId), {}, ({ facts }) => ({
      ...requireAllowed(
        ruleQuestion(facts, {
          verb: 'withdraw',
          questionId,
          askedById: personBehind(call.caller),
        }),
      ),
      answer: () => readQuestionView(dependencies, call, questionId),
    }));
  },
});
