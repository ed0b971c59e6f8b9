/** A person takes a document back: its step is empty again, and the next submission is a new document. */
import { DocumentChangedView, WithdrawDocumentInput } from '../../contracts/documents.ts';
import { action } from '../action.ts';
import { gatePerson } from '../gate-callers.ts';
import { placeOfDocument } from '../places.ts';
import { judgeDocument } from './judge-document.ts';

export const withdrawDocument = action({
  name: 'withdraw_document',
  input: WithdrawDocumentInput,
  output: DocumentChangedView,
  permission: 'document.write',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: (dependencies, call, { document_id: documentId, revision }) =>
    judgeDocument(dependencies, call, {
      documentId,
      command: ({ facts }) => ({
        verb: 'withdraw',
        documentId,
        revision,
        by: gatePerson(call.caller, facts.projectId),
      }),
    }),
});
