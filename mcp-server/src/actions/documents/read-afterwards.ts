/** A person has read what a policy approved in their absence: that is recorded on the approval, with their name. */
import { DocumentChangedView, ReadAfterwardsInput } from '../../contracts/documents.ts';
import { readAfterwards as rule } from '../../gate/reading.ts';
import { markApprovalRead } from '../../store/verdicts/mark-approval-read.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { changeGroup, readScene, requireAllowed } from '../change-group.ts';
import { gatePerson } from '../gate-callers.ts';
import { groupOfDocument, placeOfDocument } from '../places.ts';
import { changedView } from './judge-document.ts';

export const readAfterwards = action({
  name: 'read_afterwards',
  input: ReadAfterwardsInput,
  output: DocumentChangedView,
  permission: 'verdict.give',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: async (dependencies, call, { document_id: documentId, revision }) => {
    const scope = { judging: [documentId] };
    const groupId = groupOfDocument(documentId);
    await changeGroup<void>(dependencies, call, groupId, scope, ({ facts }) => {
      const by = gatePerson(call.caller, facts.projectId);
      const ruling = requireAllowed(rule(facts, documentId, revision, by));
      if (ruling.events.length === 0) return { settled: undefined };
      return {
        ...ruling,
        also: (transaction, now) =>
          markApprovalRead(transaction, documentId, revision, actorOf(call.caller), now),
        answer: () => undefined,
      };
    });
    const now = dependencies.clock.now();
    const scene = await readScene(dependencies, call, groupId, now, scope);
    return changedView(dependencies, call, documentId, scene);
  },
});
