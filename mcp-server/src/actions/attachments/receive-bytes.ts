/** Writes what arrives, chunk by chunk, each in a transaction of its own: a line that breaks loses at most one. */
import { createHash } from 'node:crypto';
import type { ByteStream } from '../../contracts/attachments.ts';
import type { Dependencies } from '../../dependencies.ts';
import { ATTACHMENT_BYTES_MAX, ATTACHMENT_CHUNK_BYTES } from '../../gate/limits.ts';
import { faultAt, Problem, problems } from '../../problems.ts';
import {
  type AttachmentRow,
  appendChunk,
  findAttachment,
  finishAttachment,
  purgeAttachment,
  readChunks,
} from '../../store/attachments/attachments.ts';
import { mediaTypeOf } from '../../witness/media-type.ts';

/**
 * Appends to an upload, and finishes it when it has all its bytes (or, where nobody said how many, when the stream ends).
 * Throws `too_large` past what was declared or may be, `upload_offset_wrong` where another piece came first.
 */
export async function receiveBytes(
  dependencies: Dependencies,
  row: AttachmentRow,
  content: ByteStream,
  chunksMax: number,
): Promise<AttachmentRow> {
  const { database } = dependencies;
  const bytesMax = row.totalBytes ?? ATTACHMENT_BYTES_MAX;
  let current = row;
  for await (const bytes of inChunks(content)) {
    const receivedBytes = current.receivedBytes + bytes.length;
    if (receivedBytes > bytesMax || current.chunkCount >= chunksMax) {
      if (row.totalBytes === null) await discard(dependencies, row.id);
      throw problems.tooLarge(bytesMax);
    }
    const before = current;
    const taken = await database.inTransaction((transaction) =>
      appendChunk(transaction, before, bytes),
    );
    if (!taken) throw problems.uploadOffsetWrong(await offsetOf(dependencies, row.id));
    current = { ...current, receivedBytes, chunkCount: current.chunkCount + 1 };
  }
  const isWhole = row.totalBytes === null || current.receivedBytes === row.totalBytes;
  return isWhole ? finish(dependencies, current) : current;
}

/** Where the next piece must begin. Throws `not_found` once the upload is gone. */
async function offsetOf({ database }: Dependencies, id: string): Promise<number> {
  const row = await findAttachment(database.reader, id);
  if (row === null) throw problems.notFound();
  return row.receivedBytes;
}

/** Hashed as it was stored, not as it was sent: that is what will be read back. */
async function finish(dependencies: Dependencies, row: AttachmentRow): Promise<AttachmentRow> {
  const { database, clock } = dependencies;
  if (row.receivedBytes === 0) {
    await discard(dependencies, row.id);
    throw faultAt('content', 'missing');
  }
  const hash = createHash('sha256');
  let mediaType: string | null = null;
  for await (const bytes of readChunks(database.reader, row)) {
    mediaType ??= mediaTypeOf(bytes);
    hash.update(bytes);
  }
  const found = {
    sha256: hash.digest('hex'),
    mediaType: mediaType ?? mediaTypeOf(new Uint8Array()),
    completedAt: clock.now(),
  };
  if (row.expectedSha256 !== null && row.expectedSha256 !== found.sha256) {
    await discard(dependencies, row.id);
    throw faultAt('sha256', 'hash_mismatch');
  }
  await database.inTransaction((transaction) => finishAttachment(transaction, row.id, found));
  return { ...row, ...found };
}

async function discard({ database }: Dependencies, id: string): Promise<void> {
  await database.inTransaction((transaction) => purgeAttachment(transaction, id));
}

/**
 * Pieces of any size in, pieces of the size of one row out; the last may be smaller. When the line breaks, what came so
 * far is still given out, so that the upload can go on from there.
 */
async function* inChunks(content: ByteStream): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let gathered = new Uint8Array(ATTACHMENT_CHUNK_BYTES);
  let length = 0;
  let broken: unknown = null;
  try {
    for await (const piece of content) {
      let rest = piece;
      while (rest.length > 0) {
        const taken = rest.subarray(0, ATTACHMENT_CHUNK_BYTES - length);
        gathered.set(taken, length);
        length += taken.length;
        rest = rest.subarray(taken.length);
        if (length < ATTACHMENT_CHUNK_BYTES) continue;
        yield gathered;
        gathered = new Uint8Array(ATTACHMENT_CHUNK_BYTES);
        length = 0;
      }
    }
  } catch (error) {
    broken = error;
  }
  if (length > 0) yield gathered.slice(0, length);
  if (broken !== null) throw broken instanceof Problem ? broken : problems.bodyInvalid();
}
