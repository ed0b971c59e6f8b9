/** A person asks in a group, where the work stands or about one document; whoever answers, they are told. */
import type { z } from 'zod';
import { AskInGroupInput, QuestionsAskedView } from '../../contracts/questions.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { documentAt, headOf } from '../../gate/sequence.ts';
import { callerKey } from '../../identity/caller.ts';
import { problems } from '../../problems.ts';
import { findKeyedCall, recordCall } from '../../store/calls/call-records.ts';
import { fromJson } from '../../store/json.ts';
import { listQuestions } from '../../store/questions/read-questions.ts';
import { action } from '../action.ts';
import { changeGroup } from '../change-group.ts';
import { payloadHash } from '../documents/canonical-content.ts';
import { placeOfGroup } from '../places.ts';
import { askQuestions } from './ask-questions.ts';
import { findAssignee } from './find-assignee.ts';
import { questionViews } from './question-view.ts';
import { requireDocumentOf } from './require-document-of.ts';

type View = z.input<typeof QuestionsAskedView>;

const ACTION = 'ask_in_group';

export const askInGroup = action({
  name: ACTION,
  input: AskInGroupInput,
  output: QuestionsAskedView,
  permission: 'question.ask',
  place: ({ group_id }) => placeOfGroup(group_id),
  run: async (dependencies, call, input): Promise<View> => {
    const { reader } = dependencies.database;
    const { group_id: groupId, assignee, idempotency_key: key, ...asked } = input;
    const hash = payloadHash({ groupId, assignee, ...asked });
    const assigneeId =
      assignee === undefined ? null : await findAssignee(reader, placeOfGroup(groupId), assignee);
    return changeGroup(dependencies, call, groupId, {}, async (scene, now) => {
      const first = key && (await findKeyedCall(reader, callerKey(call.caller), ACTION, key));
      if (first) {
        if (first.payloadHash !== hash) {
          throw problems.refused({ code: 'idempotency_key_reused', params: {} });
        }
        return { settled: await viewOf(dependencies, call, first.answer, true) };
      }
      const { facts } = scene;
      await requireDocumentOf(reader, facts, asked.document_id);
      const head = headOf(facts);
      const documentId = asked.document_id ?? (head && documentAt(facts, head.id)?.id) ?? null;
      const { rows, ...ruling } = askQuestions(call, asked.questions, {
        ...{ scene, facts, documentId, assigneeId, now },
      });
      const answer = JSON.stringify([...rows.keys()]);
      return {
        ...ruling,
        texts: { questions: rows },
        also: async (transaction) => {
          if (key === undefined) return;
          await recordCall(transaction, {
            ...{ id: dependencies.newId(), caller: callerKey(call.caller), action: ACTION, key },
            ...{ subject: groupId, payloadHash: hash, answer, now },
          });
        },
        answer: () => viewOf(dependencies, call, answer, false),
      };
    });
  },
});

async function viewOf(
  dependencies: Dependencies,
  call: Call,
  answer: string,
  replayed: boolean,
): Promise<View> {
  const ids = fromJson<string[]>(answer, 'the ids of questions asked');
  const rows = await listQuestions(dependencies.database.reader, { id: { in: ids } }, ids.length);
  return { questions: await questionViews(dependencies, rows, call), replayed };
}
