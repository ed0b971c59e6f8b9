/** A person writes a document at the head, or the next revision of one, with their own hands. */
import { SubmitDocumentView, WriteDocumentInput } from '../../contracts/index.ts';
import { action } from '../action.ts';
import { receiveDocument } from './receive-document.ts';
import { submissionGroup, submissionPlace } from './submit-document.ts';

export const writeDocument = action({
  name: 'write_document',
  input: WriteDocumentInput,
  output: SubmitDocumentView,
  permission: 'document.write',
  place: submissionPlace,
  run: (dependencies, call, input) =>
    receiveDocument(dependencies, call, input, submissionGroup(call, input)),
});
