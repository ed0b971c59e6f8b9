/** An attachment's bytes, as they were taken in: to be saved, or, where that is safe, to be looked at. */
import { AttachmentContentView, ReadAttachmentInput } from '../../contracts/attachments.ts';
import { PREVIEW_CHARACTERS_MAX } from '../../gate/limits.ts';
import { faultAt, problems } from '../../problems.ts';
import { findAttachment, readChunks } from '../../store/attachments/attachments.ts';
import { PLAIN_TEXT, SHOWN_IMAGES } from '../../witness/media-type.ts';
import { action } from '../action.ts';
import { attachmentView } from './attachment-view.ts';
import { placeOfAttachment } from './place-of-attachment.ts';

export const readAttachment = action({
  name: 'read_attachment',
  input: ReadAttachmentInput,
  output: AttachmentContentView,
  permission: 'project.read',
  place: ({ attachment_id }, call, dependencies) =>
    placeOfAttachment(dependencies, call, attachment_id),
  async run({ database: { reader } }, _call, { attachment_id, preview }) {
    const row = await findAttachment(reader, attachment_id);
    if (row === null) throw problems.notFound();
    if (row.sha256 === null) throw faultAt('attachment_id', 'attachment_unfinished');
    const asked = preview === 'true';
    const isText = row.mediaType === PLAIN_TEXT;
    const shown = asked && (isText || SHOWN_IMAGES.includes(row.mediaType ?? ''));
    const bytes =
      shown && isText ? Math.min(row.receivedBytes, PREVIEW_CHARACTERS_MAX) : row.receivedBytes;
    return {
      attachment: attachmentView(row),
      as: shown ? ('page' as const) : ('download' as const),
      bytes,
      content: firstOf(readChunks(reader, row), bytes),
    };
  },
});

async function* firstOf(
  chunks: AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const chunk of chunks) {
    if (left <= 0) return;
    yield chunk.subarray(0, left);
    left -= chunk.length;
  }
}
