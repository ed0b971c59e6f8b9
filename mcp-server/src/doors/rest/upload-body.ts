/** The body of an upload, as it comes: raw bytes, or the one file of a multipart form. Nothing is gathered in memory. */
import type { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import type { Request } from 'express';
import { ATTACHMENT_BYTES_MAX } from '../../contracts/index.ts';
import { problems } from '../../problems.ts';

/** Fields that may stand before the file. */
const FIELDS_MAX = 10;
const FIELD_BYTES_MAX = 1_000;

/** What an upload says in its form or its headers, and its bytes. */
export async function bytesInput(request: Request): Promise<Record<string, unknown>> {
  const { fields, content } = await uploadBody(request);
  const offset = request.get('upload-offset');
  const total = request.get('upload-length');
  return {
    ...(offset === undefined ? {} : { offset }),
    ...(total === undefined ? {} : { total_bytes: total }),
    ...fields,
    content,
  };
}

interface UploadBody {
  /** What a form says beside its file. */
  readonly fields: Readonly<Record<string, string>>;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Throws `body_invalid` for a form without a file, or one that is no form. */
function uploadBody(request: Request): Promise<UploadBody> | UploadBody {
  const type = request.get('content-type') ?? '';
  return /^multipart\/form-data\b/i.test(type)
    ? formBody(request)
    : { fields: {}, content: request };
}

function formBody(request: Request): Promise<UploadBody> {
  const { promise, resolve, reject } = Promise.withResolvers<UploadBody>();
  const fields: Record<string, string> = {};
  const form = openForm(request);
  form.on('field', (name, value) => {
    fields[name] = value;
  });
  form.once('file', (_field, file, fileName) => {
    // A form can't be cut off without notice: what is over the limit is an error of the stream.
    file.once('limit', () => file.destroy(problems.tooLarge(ATTACHMENT_BYTES_MAX)));
    resolve({ fields: { ...(fileName ? { file_name: fileName } : {}), ...fields }, content: file });
    void drained(file).then(() => request.unpipe(form));
  });
  const refuse = () => reject(problems.bodyInvalid());
  form.once('error', refuse);
  form.once('finish', refuse);
  request.once('aborted', refuse);
  request.pipe(form);
  return promise;
}

function openForm(request: Request) {
  try {
    return new Busboy({
      headers: request.headers as BusboyHeaders,
      limits: {
        files: 1,
        fields: FIELDS_MAX,
        fieldSize: FIELD_BYTES_MAX,
        fileSize: ATTACHMENT_BYTES_MAX,
        headerPairs: 20,
      },
    });
  } catch {
    throw problems.bodyInvalid();
  }
}

/** When the file has been read, or given up. */
function drained(file: Readable): Promise<void> {
  return new Promise((resolve) => {
    file.once('close', () => resolve()).once('end', () => resolve());
  });
}
