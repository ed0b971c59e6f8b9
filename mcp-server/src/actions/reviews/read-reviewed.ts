/** The very text that is reviewed: one revision, which never changes. */
import type { Reader } from '@flowgate/database';
import { problems } from '../../problems.ts';
import { findRevision } from '../../store/documents/read-document.ts';
import { type RevisionContent, readContent } from '../documents/canonical-content.ts';
import { readDocumentRow } from '../documents/read-document-row.ts';

/** Throws `not_found` for no document, `revision_replaced` for a revision it doesn't have. */
export async function readReviewed(
  reader: Reader,
  documentId: string,
  revision: number,
): Promise<RevisionContent> {
  const row = await findRevision(reader, documentId, revision);
  if (row !== null) return readContent(row.content, `${documentId}@${revision}`);
  const document = await readDocumentRow(reader, documentId);
  throw problems.refused({
    code: 'revision_replaced',
    params: { seen: revision, latest: document.revision, document: documentId },
  });
}
