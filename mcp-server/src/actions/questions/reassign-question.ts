/** A person hands an open question to somebody who may answer it, or back to the usual way. */
import { QuestionAnsweredView, ReassignQuestionInput } from '../../contracts/questions.ts';
import { ruleQuestion } from '../../gate/questions.ts';
import { action } from '../action.ts';
import { changeGroup, requireAllowed } from '../change-group.ts';
import { gatePerson } from '../gate-callers.ts';
import { groupOfQuestion, placeOfGroup } from '../places.ts';
import { findAssignee } from './find-assignee.ts';
import { readQuestionView } from './read-question-view.ts';

export const reassignQuestion = action({
  name: 'reassign_question',
  input: ReassignQuestionInput,
  output: QuestionAnsweredView,
  permission: 'question.answer',
  place: ({ question_id }) => placeOfGroup(groupOfQuestion(question_id)),
  run: async (dependencies, call, { question_id: questionId, assignee }) => {
    const { reader } = dependencies.database;
    const groupId = groupOfQuestion(questionId);
    await readQuestionView(dependencies, call, questionId);
    const assigneeId =
      assignee === null ? null : await findAssignee(reader, placeOfGroup(groupId), assignee);
    return changeGroup(dependencies, call, groupId, {}, ({ facts }) => {
      const by = gatePerson(call.caller, facts.projectId);
      const ruling = requireAllowed(
        ruleQuestion(facts, { verb: 'reassign', questionId, assigneeId, by }),
      );
      const answer = () => readQuestionView(dependencies, call, questionId);
      return { ...ruling, answer };
    });
  },
});
