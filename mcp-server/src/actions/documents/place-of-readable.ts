/** Where a document counts as standing for whoever reads it. */
import type { Call, Dependencies } from '../../dependencies.ts';
import type { Place } from '../../identity/permissions.ts';
import { groupOfDocument, placeOfDocument } from '../places.ts';

/**
 * A group token also reads what its group cites: such a document counts as standing in the group. Of a conversation that
 * is cited by one of its turns (`…0007-CH#12`) it reads that turn and no other.
 */
export async function placeOfReadable(
  id: string,
  { caller }: Call,
  { database: { reader } }: Dependencies,
): Promise<Place> {
  const place = placeOfDocument(id);
  if (caller.kind !== 'agent') return place;
  const { groupId, projectId } = caller.token;
  if (groupId === null || groupOfDocument(id) === groupId) return place;
  const [documentId = id] = id.split('#');
  const cited = await reader.citation.findFirst({
    where: {
      citedDocumentId: { in: [...new Set([id, documentId])] },
      documentId: { startsWith: `${groupId}.` },
    },
  });
  return cited === null ? place : { projectId, groupId };
}
