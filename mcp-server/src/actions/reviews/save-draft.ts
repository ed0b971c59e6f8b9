/** Keeps what a person is writing. One row, no event, nobody told; empty, the row goes. */
import { DraftView, SaveDraftInput } from '../../contracts/reviews.ts';
import { dropDraft, saveDraft } from '../../store/reviews/drafts.ts';
import { action } from '../action.ts';
import { readDocumentRow } from '../documents/read-document-row.ts';
import { requirePerson } from '../people/require-person.ts';
import { placeOfDocument } from '../places.ts';
import { draftView } from './read-draft.ts';

export const saveDraftOfReview = action({
  name: 'save_draft',
  input: SaveDraftInput,
  output: DraftView,
  permission: 'verdict.give',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: async ({ database, clock }, { caller }, { document_id: documentId, ...content }) => {
    const { id: personId } = requirePerson(caller);
    await readDocumentRow(database.reader, documentId);
    const updatedAt = clock.now();
    const isEmpty = (content.comments ?? []).length === 0 && (content.summary ?? '') === '';
    await database.inTransaction((transaction) =>
      isEmpty
        ? dropDraft(transaction, personId, documentId)
        : saveDraft(transaction, {
            ...{ personId, documentId, updatedAt },
            content: JSON.stringify(content),
          }),
    );
    return draftView(documentId, content, isEmpty ? null : updatedAt);
  },
});
