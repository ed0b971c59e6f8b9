/** A stale document is looked at and stands as it is: a recorded verdict on its hash. */
import { ConfirmDocumentInput, DocumentChangedView } from '../../contracts/documents.ts';
import { action } from '../action.ts';
import { gatePerson } from '../gate-callers.ts';
import { placeOfDocument } from '../places.ts';
import { judgeDocument } from './judge-document.ts';

export const confirmDocument = action({
  name: 'confirm_document',
  input: ConfirmDocumentInput,
  output: DocumentChangedView,
  permission: 'document.confirm',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: (dependencies, call, { document_id: documentId, revision, comment }) =>
    judgeDocument(dependencies, call, {
      documentId,
      command: ({ facts }) => ({
        verb: 'confirm',
        documentId,
        revision,
        by: gatePerson(call.caller, facts.projectId),
      }),
      texts: () => ({ comment: comment ?? null }),
    }),
});
