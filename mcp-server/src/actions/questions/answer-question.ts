/** A person answers; who asked is told, and an assumption that was wrong makes its document stale. */
import { AnswerQuestionInput, QuestionAnsweredView } from '../../contracts/questions.ts';
import { ruleQuestion } from '../../gate/questions.ts';
import { action } from '../action.ts';
import { changeGroup, requireAllowed } from '../change-group.ts';
import { gatePerson } from '../gate-callers.ts';
import { groupOfQuestion, placeOfGroup } from '../places.ts';
import { readQuestionView } from './read-question-view.ts';
import { checkAnswer, insertAnswer } from './store-answer.ts';

export const answerQuestion = action({
  name: 'answer_question',
  input: AnswerQuestionInput,
  output: QuestionAnsweredView,
  permission: 'question.answer',
  place: ({ question_id }) => placeOfGroup(groupOfQuestion(question_id)),
  run: async (dependencies, call, input) => {
    const { question_id: questionId, agrees } = input;
    await checkAnswer(dependencies.database.reader, input, '');
    return changeGroup(
      dependencies,
      call,
      groupOfQuestion(questionId),
      { citations: true },
      ({ facts }, now) => ({
        ...requireAllowed(
          ruleQuestion(facts, {
            verb: 'answer',
            questionId,
            agrees,
            by: gatePerson(call.caller, facts.projectId),
          }),
        ),
        also: (transaction) => insertAnswer(transaction, dependencies.newId(), call, input, now),
        answer: () => readQuestionView(dependencies, call, questionId),
      }),
    );
  },
});
