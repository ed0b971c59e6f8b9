/** A person asks the server to look again: the clone may have been fetched, or the branch have moved on. */
import { CheckDocumentInput, DocumentCheckedView } from '../../contracts/evidence.ts';
import { action } from '../action.ts';
import { readDocumentRow } from '../documents/read-document-row.ts';
import { placeOfDocument } from '../places.ts';
import { readChecks } from './read-checks.ts';
import { verifyRevision } from './verify-revision.ts';

export const checkDocument = action({
  name: 'check_document',
  input: CheckDocumentInput,
  output: DocumentCheckedView,
  permission: 'verdict.give',
  place: ({ document_id }) => placeOfDocument(document_id),
  async run(dependencies, call, { document_id: documentId }) {
    const { revision } = await readDocumentRow(dependencies.database.reader, documentId);
    await verifyRevision(dependencies, call, documentId);
    const checks = await readChecks(dependencies, call, documentId);
    return { document_id: documentId, revision, checks };
  },
});
