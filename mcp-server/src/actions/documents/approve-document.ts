/** A person approves the revision they read; a newer one refuses it. May be held a few seconds, and undone meanwhile. */
import { ApproveDocumentInput, DocumentChangedView } from '../../contracts/documents.ts';
import { action } from '../action.ts';
import { gatePerson } from '../gate-callers.ts';
import { placeOfDocument } from '../places.ts';
import { holdOf } from './hold-of.ts';
import { judgeDocument } from './judge-document.ts';

export const approveDocument = action({
  name: 'approve_document',
  input: ApproveDocumentInput,
  output: DocumentChangedView,
  permission: 'verdict.give',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: (dependencies, call, { document_id, revision, comment, hold_seconds }) => {
    const hold = holdOf(dependencies, hold_seconds);
    return judgeDocument(dependencies, call, {
      documentId: document_id,
      command: ({ facts }) => ({
        verb: 'approve',
        documentId: document_id,
        revision,
        by: gatePerson(call.caller, facts.projectId),
        ...hold.command,
      }),
      texts: (now) => ({ comment: comment ?? null, ...hold.texts(now) }),
    });
  },
});
