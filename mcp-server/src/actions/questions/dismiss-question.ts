/** A person closes a question without an answer, saying why. */
import { DismissQuestionInput, QuestionAnsweredView } from '../../contracts/questions.ts';
import { ruleQuestion } from '../../gate/questions.ts';
import { action } from '../action.ts';
import { changeGroup, requireAllowed } from '../change-group.ts';
import { gatePerson } from '../gate-callers.ts';
import { groupOfQuestion, placeOfGroup } from '../places.ts';
import { readQuestionView } from './read-question-view.ts';

export const dismissQuestion = action({
  name: 'dismiss_question',
  input: DismissQuestionInput,
  output: QuestionAnsweredView,
  permission: 'question.answer',
  place: ({ question_id }) => placeOfGroup(groupOfQuestion(question_id)),
  run: (dependencies, call, { question_id: questionId, reason }) =>
    changeGroup(dependencies, call, groupOfQuestion(questionId), {}, ({ facts }) => ({
      ...requireAllowed(
        ruleQuestion(facts, {
          verb: 'dismiss',
          questionId,
          by: gatePerson(call.caller, facts.projectId),
        }),
      ),
      texts: { closedBecause: reason },
      answer: () => readQuestionView(dependencies, call, questionId),
    })),
});
