/** What this person has written about a document and not sent. Nobody else ever sees it. */
import type { z } from 'zod';
import { type DraftContent, DraftView, ReadDraftInput } from '../../contracts/reviews.ts';
import { fromJson } from '../../store/json.ts';
import { findDraft } from '../../store/reviews/drafts.ts';
import { action } from '../action.ts';
import { requirePerson } from '../people/require-person.ts';
import { placeOfDocument } from '../places.ts';
import { wireTime } from '../times.ts';

export const readDraft = action({
  name: 'read_draft',
  input: ReadDraftInput,
  output: DraftView,
  permission: 'verdict.give',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: async ({ database: { reader } }, { caller }, { document_id: documentId }) => {
    const draft = await findDraft(reader, requirePerson(caller).id, documentId);
    if (draft === null) return draftView(documentId, {}, null);
    const content = fromJson<DraftContent>(draft.content, `the draft on ${documentId}`);
    return draftView(documentId, content, draft.updatedAt);
  },
});

export function draftView(
  documentId: string,
  { revision, summary, comments }: DraftContent,
  updatedAt: Date | null,
): z.input<typeof DraftView> {
  return {
    document_id: documentId,
    revision: revision ?? null,
    summary: summary ?? '',
    comments: comments ?? [],
    updated_at: updatedAt && wireTime(updatedAt),
  };
}
