/** What a person has written about a document and not sent: theirs alone, one per document. */
import type { Reader, Transaction } from '@flowgate/database';

export function findDraft(reader: Reader, personId: string, documentId: string) {
  return reader.draft.findUnique({ where: { personId_documentId: { personId, documentId } } });
}

export async function saveDraft(
  transaction: Transaction,
  draft: {
    readonly personId: string;
    readonly documentId: string;
    readonly content: string;
    readonly updatedAt: Date;
  },
): Promise<void> {
  const { personId, documentId, ...row } = draft;
  await transaction.draft.upsert({
    where: { personId_documentId: { personId, documentId } },
    create: draft,
    update: row,
  });
}

/** `before`: what was written after that moment is not what was sent, and stays. */
export async function dropDraft(
  transaction: Transaction,
  personId: string,
  documentId: string,
  before?: Date,
): Promise<void> {
  await transaction.draft.deleteMany({
    where: { personId, documentId, ...(before ? { updatedAt: { lte: before } } : {}) },
  });
}
