/** Attachments, evidence and what comes of it. */
import { addAttachment } from '../../actions/attachments/add-attachment.ts';
import { appendAttachment } from '../../actions/attachments/append-attachment.ts';
import { readAttachment } from '../../actions/attachments/read-attachment.ts';
import { readUpload } from '../../actions/attachments/read-upload.ts';
import { checkDocument } from '../../actions/evidence/check-document.ts';
import { observeEvidence } from '../../actions/evidence/observe-evidence.ts';
import { readTrace } from '../../actions/evidence/read-trace.ts';
import { readVerification, setVerificationOf } from '../../actions/projects/verification.ts';
import type { AttachmentView } from '../../contracts/index.ts';
import { HTTP } from '../http-status.ts';
import { type Route, route } from './route.ts';

const CREATED = { status: HTTP.created };
const UPLOAD = { body: 'bytes', limit: 'uploads' } as const;

/** As resumable uploads are spoken elsewhere: how much is here, of how much. */
function uploadHeaders({ attachment }: { attachment: AttachmentView }): Record<string, string> {
  return {
    'Upload-Offset': String(attachment.received_bytes),
    ...(attachment.total_bytes === null ? {} : { 'Upload-Length': String(attachment.total_bytes) }),
    ...(attachment.sha256 === null ? {} : { 'Upload-Complete': '?1' }),
  };
}

export const evidenceRoutes: readonly Route[] = [
  route('post', '/attachments', addAttachment, {
    ...CREATED,
    ...UPLOAD,
    headers: uploadHeaders,
  }),
  route('get', '/attachments/:attachmentId', readAttachment, { answer: 'bytes' }),
  // A HEAD of it is enough: where the next piece begins stands in a header.
  route('get', '/attachments/:attachmentId/upload', readUpload, { headers: uploadHeaders }),
  route('patch', '/attachments/:attachmentId', appendAttachment, {
    ...UPLOAD,
    headers: uploadHeaders,
  }),

  route('post', '/documents/:documentId/evidence', observeEvidence, CREATED),
  route('post', '/documents/:documentId/checks', checkDocument),
  route('get', '/groups/:groupId/trace', readTrace),
  route('get', '/projects/:project/verification', readVerification),
  route('put', '/projects/:project/verification', setVerificationOf),
];
