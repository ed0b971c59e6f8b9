/** The next piece of an upload, from where the last one ended. */
import { AppendAttachmentInput, AttachmentAddedView } from '../../contracts/attachments.ts';
import { ATTACHMENT_CHUNKS_MAX } from '../../gate/limits.ts';
import { problems } from '../../problems.ts';
import { findAttachment } from '../../store/attachments/attachments.ts';
import { action } from '../action.ts';
import { attachmentView } from './attachment-view.ts';
import { placeOfUpload } from './place-of-attachment.ts';
import { receiveBytes } from './receive-bytes.ts';

export const appendAttachment = action({
  name: 'append_attachment',
  input: AppendAttachmentInput,
  output: AttachmentAddedView,
  permission: 'attachment.add',
  place: ({ attachment_id }, _call, dependencies) => placeOfUpload(dependencies, attachment_id),
  async run(dependencies, _call, { attachment_id, offset, content }) {
    const row = await findAttachment(dependencies.database.reader, attachment_id);
    if (row === null) throw problems.notFound();
    if (row.sha256 !== null || row.receivedBytes !== offset) {
      throw problems.uploadOffsetWrong(row.receivedBytes);
    }
    const received = await receiveBytes(dependencies, row, content, ATTACHMENT_CHUNKS_MAX);
    return { attachment: attachmentView(received) };
  },
});
