/** Stop: a person rejects the document, the run that wrote it ends, and people decide what happens next. */
import { DocumentChangedView, ReasonedInput } from '../../contracts/documents.ts';
import { action } from '../action.ts';
import { gatePerson } from '../gate-callers.ts';
import { placeOfDocument } from '../places.ts';
import { judgeDocument } from './judge-document.ts';
import { reasonsOf } from './reasons-of.ts';

export const rejectDocument = action({
  name: 'reject_document',
  input: ReasonedInput,
  output: DocumentChangedView,
  permission: 'verdict.give',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: (dependencies, call, input) => {
    const { document_id: documentId, revision, comment } = input;
    const reasons = reasonsOf(dependencies, input);
    return judgeDocument(dependencies, call, {
      documentId,
      command: ({ facts }) => ({
        verb: 'reject',
        documentId,
        revision,
        by: gatePerson(call.caller, facts.projectId),
        reasonIds: reasons.ids,
      }),
      texts: () => ({ comment: comment ?? null, reasons: reasons.texts }),
    });
  },
});
