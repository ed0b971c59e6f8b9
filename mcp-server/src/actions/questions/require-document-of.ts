/** A question is about a document of its own group, or it is about nothing. */
import type { Reader } from '@flowgate/database';
import type { GroupFacts } from '../../gate/facts.ts';
import { documentOf } from '../../gate/sequence.ts';
import { problems } from '../../problems.ts';

/** Throws `not_found`. Memos and conversations are no facts of the gate and are looked up. */
export async function requireDocumentOf(
  reader: Reader,
  facts: GroupFacts,
  documentId: string | undefined,
): Promise<void> {
  if (documentId === undefined || documentOf(facts, documentId) !== null) return;
  const known = await reader.document.count({ where: { id: documentId, groupId: facts.id } });
  if (known === 0) throw problems.notFound();
}
