/** One document with everything the review screen shows. */
import type { Reader } from '@flowgate/database';

export type DocumentDetails = NonNullable<Awaited<ReturnType<typeof findDocumentDetails>>>;

export function findDocumentDetails(reader: Reader, id: string) {
  return reader.document.findUnique({
    where: { id },
    include: {
      revisions: {
        orderBy: { number: 'asc' },
        select: {
          number: true,
          hash: true,
          authorKind: true,
          authorId: true,
          authorName: true,
          createdAt: true,
        },
      },
      verdicts: { orderBy: { createdAt: 'asc' } },
      heldVerdicts: true,
      reasons: { orderBy: [{ createdAt: 'asc' }, { number: 'asc' }] },
      _count: { select: { criteria: true } },
    },
  });
}

/** Null: no such document, or no such revision. */
export function findRevision(reader: Reader, documentId: string, number: number) {
  return reader.revision.findUnique({
    where: { documentId_number: { documentId, number } },
  });
}

/** Who must act on it now. */
export function listAttentionOf(
  reader: Reader,
  where: { groupId: string } | { documentId: string },
) {
  return reader.attention.findMany({ where, orderBy: { since: 'asc' } });
}
