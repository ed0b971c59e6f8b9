/** The very text that is reviewed: one revision, which never changes. */
import type { Reader } from '@flowgate/database';
import { problems } from '../../problems.ts';
import { findRevision } from '../../store/documents/read-document.ts';
import { type RevisionContent, readContent } from '../documents/canonical-content.ts';
import { readDocumentRow } from '../documents/read-document-row.ts';
import type { Reviewed } from './place-comments.ts';

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

/** With the older revisions that some of the comments were written on. */
export async function readAllReviewed(
  reader: Reader,
  documentId: string,
  revision: number,
  comments: readonly { readonly revision?: number | undefined }[] = [],
): Promise<Reviewed> {
  const numbers = new Set(comments.map((comment) => comment.revision));
  const others = await Promise.all(
    [...numbers].map(async (number) => {
      const read = number === undefined || number === revision ? null : number;
      if (read === null) return null;
      return [number, await readReviewed(reader, documentId, read)] as const;
    }),
  );
  const latest = await readReviewed(reader, documentId, revision);
  return new Map([
    [undefined, latest],
    [revision, latest],
    ...others.filter((one) => one !== null),
  ]);
}
