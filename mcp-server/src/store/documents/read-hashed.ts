/** The texts that the log tells of, to be compared with it. */
import type { Reader } from '@flowgate/database';

export type HashedRevision = Awaited<ReturnType<typeof listHashedRevisions>>[number];

export interface RevisionId {
  readonly documentId: string;
  readonly number: number;
}

/** Bodies are large: ask for few at a time. */
export function listHashedRevisions(reader: Reader, ids: readonly RevisionId[]) {
  return reader.revision.findMany({
    where: { OR: ids.map(({ documentId, number }) => ({ documentId, number })) },
    select: {
      documentId: true,
      number: true,
      hash: true,
      content: true,
      salt: true,
      redactedAt: true,
    },
  });
}
