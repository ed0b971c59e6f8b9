/** A document that must be there. */
import type { Reader } from '@flowgate/database';
import { problems } from '../../problems.ts';

/** Throws `not_found`. */
export async function readDocumentRow(reader: Reader, id: string) {
  const row = await reader.document.findUnique({ where: { id } });
  if (row === null) throw problems.notFound();
  return row;
}
