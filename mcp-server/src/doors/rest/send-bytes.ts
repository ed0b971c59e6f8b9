/** Sends an attachment so that no browser takes it for a page of ours. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { z } from 'zod';
import type { AttachmentContentView } from '../../contracts/index.ts';

type Content = z.infer<typeof AttachmentContentView>;

/** Scripts, forms, frames and every request of its own are off, whatever it holds. */
const SANDBOX = "default-src 'none'; sandbox";

export async function sendBytes(
  response: Response,
  { attachment, as, bytes, content }: Content,
): Promise<void> {
  const type = as === 'page' ? (attachment.media_type ?? '') : 'application/octet-stream';
  response.setHeader('Content-Type', type === 'text/plain' ? 'text/plain; charset=utf-8' : type);
  response.setHeader('Content-Length', bytes);
  response.setHeader('Content-Disposition', disposition(as, attachment.file_name));
  response.setHeader('Content-Security-Policy', SANDBOX);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  // Bytes never change under one id; who may read them does, so no cache beside the reader's own keeps them.
  response.setHeader('Cache-Control', 'private, no-store');
  if (attachment.sha256 !== null && as === 'download') {
    const digest = Buffer.from(attachment.sha256, 'hex').toString('base64');
    response.setHeader('Repr-Digest', `sha-256=:${digest}:`);
  }
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(Readable.from(content), response);
}

/** RFC 6266: a plain name for old clients, the real one beside it. */
function disposition(as: Content['as'], name: string): string {
  const kind = as === 'page' ? 'inline' : 'attachment';
  const plain = name.replaceAll(/[^A-Za-z0-9._-]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
