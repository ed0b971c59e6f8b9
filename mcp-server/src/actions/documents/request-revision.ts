/** Fix this and hand it in again: a person sends the document back with reasons. May be held a few seconds, and undone meanwhile. */
import { DocumentChangedView, RequestRevisionInput } from '../../contracts/documents.ts';
import { action } from '../action.ts';
import { gatePerson } from '../gate-callers.ts';
import { placeOfDocument } from '../places.ts';
import { holdOf } from './hold-of.ts';
import { judgeDocument } from './judge-document.ts';
import { reasonsOf } from './reasons-of.ts';

export const requestRevision = action({
  name: 'request_revision',
  input: RequestRevisionInput,
  output: DocumentChangedView,
  permission: 'verdict.give',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: (dependencies, call, input) => {
    const { document_id: documentId, revision, comment, hold_seconds } = input;
    const reasons = reasonsOf(dependencies, input);
    const hold = holdOf(dependencies, hold_seconds);
    return judgeDocument(dependencies, call, {
      documentId,
      command: ({ facts }) => ({
        verb: 'request_revision',
        documentId,
        revision,
        by: gatePerson(call.caller, facts.projectId),
        reasonIds: reasons.ids,
        ...hold.command,
      }),
      texts: (now) => ({ comment: comment ?? null, reasons: reasons.texts, ...hold.texts(now) }),
    });
  },
});
