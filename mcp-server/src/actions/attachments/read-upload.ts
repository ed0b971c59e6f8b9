/** How far an upload has come: its sender asks, and goes on from there. */
import { z } from 'zod';
import { AttachmentAddedView } from '../../contracts/attachments.ts';
import { opaqueId } from '../../contracts/primitives.ts';
import { problems } from '../../problems.ts';
import { findAttachment } from '../../store/attachments/attachments.ts';
import { action } from '../action.ts';
import { attachmentView } from './attachment-view.ts';
import { placeOfUpload } from './place-of-attachment.ts';

export const readUpload = action({
  name: 'read_upload',
  input: z.strictObject({ attachment_id: opaqueId }),
  output: AttachmentAddedView,
  permission: 'attachment.add',
  place: ({ attachment_id }, _call, dependencies) => placeOfUpload(dependencies, attachment_id),
  run: async ({ database: { reader } }, _call, { attachment_id }) => {
    const row = await findAttachment(reader, attachment_id);
    if (row === null) throw problems.notFound();
    return { attachment: attachmentView(row) };
  },
});
