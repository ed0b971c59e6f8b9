/** Attachments and their chunks: at most one chunk is ever in memory. */
import type { Prisma, Reader, Transaction } from '@flowgate/database';
import { ATTACHMENT_UNNAMED_SECONDS } from '../../gate/limits.ts';

export type AttachmentRow = NonNullable<Awaited<ReturnType<typeof findAttachment>>>;

/** Purges what no document names; `subject` is the attachment's id. */
export const ATTACHMENT_PURGE_TIMER = 'attachment_purge';

export function findAttachment(reader: Reader, id: string) {
  return reader.attachment.findUnique({ where: { id } });
}

/** Null is answered for all that aren't there. */
export function listAttachments(reader: Reader, ids: readonly string[]) {
  return reader.attachment.findMany({ where: { id: { in: [...ids] } } });
}

export function countUnnamed(reader: Reader, byId: string): Promise<number> {
  return reader.attachment.count({ where: { byId, namedAt: null } });
}

/** With the timer that purges it. */
export async function insertAttachment(
  transaction: Transaction,
  row: Prisma.AttachmentUncheckedCreateInput & { readonly createdAt: Date },
): Promise<AttachmentRow> {
  await transaction.timer.create({
    data: {
      id: `${ATTACHMENT_PURGE_TIMER}-${row.id}`,
      dueAt: expiryOf(row),
      kind: ATTACHMENT_PURGE_TIMER,
      subject: row.id,
      createdAt: row.createdAt,
    },
  });
  return transaction.attachment.create({ data: row });
}

export function expiryOf({ createdAt }: { readonly createdAt: Date }): Date {
  return new Date(createdAt.getTime() + ATTACHMENT_UNNAMED_SECONDS * 1000);
}

/** False: another piece arrived at the same place first. */
export async function appendChunk(
  transaction: Transaction,
  { id, receivedBytes, chunkCount }: Pick<AttachmentRow, 'id' | 'receivedBytes' | 'chunkCount'>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const moved = await transaction.attachment.updateMany({
    where: { id, receivedBytes, chunkCount, sha256: null },
    data: { receivedBytes: receivedBytes + bytes.length, chunkCount: chunkCount + 1 },
  });
  if (moved.count !== 1) return false;
  const chunk = { attachmentId: id, number: chunkCount, bytes };
  await transaction.attachmentChunk.createMany({ data: [chunk] });
  return true;
}

/** False: somebody else has finished it, or it is gone. */
export async function finishAttachment(
  transaction: Transaction,
  id: string,
  found: { readonly sha256: string; readonly mediaType: string; readonly completedAt: Date },
): Promise<boolean> {
  const done = await transaction.attachment.updateMany({
    where: { id, sha256: null },
    data: found,
  });
  return done.count === 1;
}

/** From then on it is kept, and belongs to the group. */
export async function nameAttachments(
  transaction: Transaction,
  ids: readonly string[],
  place: { readonly documentId: string; readonly revision: number; readonly groupId: string },
  now: Date,
): Promise<void> {
  const { documentId, revision, groupId } = place;
  await transaction.attachment.updateMany({
    where: { id: { in: [...ids] }, namedAt: null },
    data: { namedAt: now, groupId },
  });
  await transaction.attachmentUse.createMany({
    data: ids.map((attachmentId) => ({ documentId, revision, attachmentId })),
  });
}

/** Only what nobody has named since. */
export async function purgeAttachment(transaction: Transaction, id: string): Promise<boolean> {
  // The row first: whoever names it meanwhile waits for its lock, and then finds it gone or we find it named.
  const marked = await transaction.attachment.updateMany({
    where: { id, namedAt: null },
    data: { receivedBytes: 0 },
  });
  if (marked.count !== 1) return false;
  await transaction.attachmentChunk.deleteMany({ where: { attachmentId: id } });
  await transaction.attachment.deleteMany({ where: { id } });
  return true;
}

/** Chunk by chunk, in order. */
export async function* readChunks(
  reader: Reader,
  { id, chunkCount }: Pick<AttachmentRow, 'id' | 'chunkCount'>,
): AsyncGenerator<Uint8Array> {
  for (let number = 0; number < chunkCount; number += 1) {
    const chunk = await reader.attachmentChunk.findUnique({
      where: { attachmentId_number: { attachmentId: id, number } },
    });
    if (chunk === null) throw new Error(`attachment ${id} lacks its chunk ${number}`);
    yield chunk.bytes;
  }
}

/** What a revision names, by hash. */
export async function attachmentsOf(
  reader: Reader,
  documentId: string,
  revision: number,
): Promise<ReadonlyMap<string, AttachmentRow>> {
  const uses = await reader.attachmentUse.findMany({
    where: { documentId, revision },
    include: { attachment: true },
  });
  return new Map(uses.map(({ attachment }) => [attachment.sha256 ?? '', attachment]));
}
