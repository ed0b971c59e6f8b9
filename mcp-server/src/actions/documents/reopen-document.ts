/** An approved or rejected document is judged again; what follows or cites it becomes stale. */
import { DocumentChangedView, ReasonedInput } from '../../contracts/documents.ts';
import { action } from '../action.ts';
import { gatePerson } from '../gate-callers.ts';
import { placeOfDocument } from '../places.ts';
import { judgeDocument } from './judge-document.ts';
import { reasonsOf } from './reasons-of.ts';

export const reopenDocument = action({
  name: 'reopen_document',
  input: ReasonedInput,
  output: DocumentChangedView,
  permission: 'verdict.give',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: (dependencies, call, input) => {
    const { document_id: documentId, revision, comment } = input;
    const reasons = reasonsOf(dependencies, input);
    return judgeDocument(dependencies, call, {
      documentId,
      scope: { citations: true },
      command: ({ facts }) => ({
        verb: 'reopen',
        documentId,
        revision,
        by: gatePerson(call.caller, facts.projectId),
        reasonIds: reasons.ids,
      }),
      texts: () => ({ comment: comment ?? null, reasons: reasons.texts }),
    });
  },
});
