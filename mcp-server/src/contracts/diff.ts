/** What changed between two revisions of one document. */
import { z } from 'zod';
import { documentId } from './primitives.ts';

export const DiffDocumentInput = z.strictObject({
  document_id: documentId,
  from: z.coerce.number().int().min(1).max(1_000_000),
  to: z.coerce.number().int().min(1).max(1_000_000),
});
export const DiffDocumentView = z.strictObject({
  document_id: z.string(),
  from: z.int(),
  to: z.int(),
  /** Unified diff of the bodies. */
  patch: z.string(),
  lines_added: z.int(),
  lines_removed: z.int(),
});
