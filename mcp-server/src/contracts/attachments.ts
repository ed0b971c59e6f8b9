/** Bytes handed in apart from the document that names them: begun, continued, read back. */
import { z } from 'zod';
import { ATTACHMENT_BYTES_MAX } from '../gate/limits.ts';
import { groupId, line, opaqueId, projectSlug, time } from './primitives.ts';

/** A stream never lies in memory as a whole, so it is taken as it comes. */
export type ByteStream = AsyncIterable<Uint8Array>;
const content = z.custom<ByteStream>(
  (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fileName = line(200);
const byteCount = z.coerce.number().int().min(0).max(ATTACHMENT_BYTES_MAX);

export const AddAttachmentInput = z.strictObject({
  file_name: fileName,
  /** Where it will be named. A token bound to a group needs none; CI names its project's by its token. */
  group: groupId.optional(),
  project: projectSlug.optional(),
  /** Declared, it may come in several pieces: an empty first one opens the upload. */
  total_bytes: byteCount.optional(),
  /** Compared once it is whole. */
  sha256: sha256.optional(),
  content,
});

export const AppendAttachmentInput = z.strictObject({
  attachment_id: opaqueId,
  /** Where this piece begins: what the server has so far. */
  offset: byteCount,
  content,
});

export const AttachmentView = z.strictObject({
  id: z.string(),
  file_name: z.string(),
  state: z.enum(['receiving', 'whole']),
  received_bytes: z.int(),
  total_bytes: z.int().nullable(),
  /** Known once it is whole: found by the server, not believed. */
  media_type: z.string().nullable(),
  sha256: z.string().nullable(),
  /** Purged then unless a document names it. */
  expires_at: time.nullable(),
});
export type AttachmentView = z.infer<typeof AttachmentView>;
export const AttachmentAddedView = z.strictObject({ attachment: AttachmentView });

export const ReadAttachmentInput = z.strictObject({
  attachment_id: opaqueId,
  /** In the page: the beginning of a text, or a PNG or JPEG. */
  preview: z.enum(['true', 'false']).optional(),
});
export const AttachmentContentView = z.strictObject({
  attachment: AttachmentView,
  /** `page`: may be shown as it is; `download`: only saved. */
  as: z.enum(['page', 'download']),
  bytes: z.int(),
  content,
});
