/**
 * A citation names a document of the same project that its author can read, or it is a fault. A token of one group
 * can't reach further by citing: what a group cites, its tokens read.
 */
import type { Reader } from '@flowgate/database';
import type { Fault } from '../../problems.ts';
import { groupOfDocument } from '../places.ts';

/** `onlyGroup`: the group the author's token is bound to; null: they read the whole project. */
export async function findUnknownCites(
  reader: Reader,
  projectId: string,
  cites: readonly string[],
  onlyGroup: string | null = null,
): Promise<Fault[]> {
  if (cites.length === 0) return [];
  const known = await reader.document.findMany({
    where: { id: { in: [...cites] }, projectId },
    select: { id: true },
  });
  const ids = await readableOf(
    reader,
    known.map(({ id }) => id),
    onlyGroup,
  );
  return cites.flatMap((id, index): Fault[] =>
    ids.has(id) ? [] : [{ path: `cites[${index}]`, code: 'cite_unknown', params: {} }],
  );
}

/** Those of the group, and those it cites already. A second query only where something lies outside. */
async function readableOf(
  reader: Reader,
  ids: readonly string[],
  onlyGroup: string | null,
): Promise<Set<string>> {
  const inside = ids.filter((id) => onlyGroup === null || groupOfDocument(id) === onlyGroup);
  if (inside.length === ids.length) return new Set(inside);
  const cited = await reader.citation.findMany({
    where: { citedDocumentId: { in: [...ids] }, documentId: { startsWith: `${onlyGroup}.` } },
    select: { citedDocumentId: true },
  });
  return new Set([...inside, ...cited.map(({ citedDocumentId }) => citedDocumentId)]);
}
