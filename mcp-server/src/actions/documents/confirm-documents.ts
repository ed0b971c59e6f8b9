/** Several stale documents stand as they are: confirmed together, or none of them is. */
import { ConfirmDocumentsInput, DocumentsConfirmedView } from '../../contracts/documents.ts';
import { apply } from '../../gate/apply.ts';
import { rule } from '../../gate/rule.ts';
import type { Change, GateEvent } from '../../gate/ruling.ts';
import { stepOf } from '../../gate/sequence.ts';
import { faultAt } from '../../problems.ts';
import { action } from '../action.ts';
import { changeGroup, requireAllowed } from '../change-group.ts';
import { gatePerson } from '../gate-callers.ts';
import { groupOfDocument, placeOfGroup } from '../places.ts';

export const confirmDocuments = action({
  name: 'confirm_documents',
  input: ConfirmDocumentsInput,
  output: DocumentsConfirmedView,
  permission: 'document.confirm',
  place: ({ group_id }) => placeOfGroup(group_id),
  run: (dependencies, call, { group_id: groupId, documents, comment }) => {
    const foreign = documents.findIndex(({ document_id: id }) => groupOfDocument(id) !== groupId);
    if (foreign !== -1) {
      throw faultAt(`documents[${foreign}].document_id`, 'not_one_of', { allowed: groupId });
    }
    const judging = documents.map(({ document_id }) => document_id);
    return changeGroup(dependencies, call, groupId, { judging }, ({ facts: before }) => {
      const by = gatePerson(call.caller, before.projectId);
      const changes: Change[] = [];
      const events: GateEvent[] = [];
      let facts = before;
      // In the order of the steps: what an earlier one says is part of what a later one rests on.
      const placeOf = (id: string) => stepOf(before, id)?.number ?? Number.POSITIVE_INFINITY;
      const inOrder = documents.toSorted(
        (one, other) => placeOf(one.document_id) - placeOf(other.document_id),
      );
      for (const { document_id: documentId, revision } of inOrder) {
        const ruling = requireAllowed(rule(facts, { verb: 'confirm', documentId, revision, by }));
        changes.push(...ruling.changes);
        events.push(...ruling.events);
        facts = apply(facts, ruling.changes);
      }
      return {
        ...{ changes, events },
        texts: { comment: comment ?? null },
        answer: () => ({ confirmed: inOrder.map(({ document_id }) => document_id) }),
      };
    });
  },
});
