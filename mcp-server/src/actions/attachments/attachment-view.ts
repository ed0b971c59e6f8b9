/** An attachment as its sender and its readers see it. */
import type { z } from 'zod';
import type { AttachmentView } from '../../contracts/attachments.ts';
import { type AttachmentRow, expiryOf } from '../../store/attachments/attachments.ts';
import { wireTime } from '../times.ts';

export function attachmentView(row: AttachmentRow): z.input<typeof AttachmentView> {
  return {
    id: row.id,
    file_name: row.fileName,
    state: row.sha256 === null ? 'receiving' : 'whole',
    received_bytes: row.receivedBytes,
    total_bytes: row.totalBytes,
    media_type: row.mediaType,
    sha256: row.sha256,
    expires_at: row.namedAt === null ? wireTime(expiryOf(row)) : null,
  };
}
