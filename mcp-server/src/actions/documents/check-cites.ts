/**
 * A citation names a document of the same project that its author can read, or one turn of a conversation there, or it
 * is a fault. A token of one group can't reach further by citing: what a group cites, its tokens read.
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
    where: { id: { in: [...new Set(cites.map((cite) => partsOf(cite).id))] }, projectId },
    select: { id: true, turnCount: true },
  });
  const turns = new Map(known.map(({ id, turnCount }) => [id, turnCount ?? 0]));
  const standing = cites.filter((cite) => {
    const { id, turn } = partsOf(cite);
    const count = turns.get(id);
    return count !== undefined && (turn === null || turn <= count);
  });
  const readable = await readableOf(reader, standing, onlyGroup);
  return cites.flatMap((cite, index): Fault[] =>
    readable.has(cite) ? [] : [{ path: `cites[${index}]`, code: 'cite_unknown', params: {} }],
  );
}

/** Those of the group, and those it cites already. A second query only where something lies outside. */
async function readableOf(
  reader: Reader,
  cites: readonly string[],
  onlyGroup: string | null,
): Promise<Set<string>> {
  const isInside = (cite: string) => onlyGroup === null || groupOfDocument(cite) === onlyGroup;
  const outside = cites.filter((cite) => !isInside(cite));
  const inside = cites.filter(isInside);
  if (outside.length === 0) return new Set(inside);
  const names = outside.flatMap((cite) => [cite, partsOf(cite).id]);
  const citations = await reader.citation.findMany({
    where: { citedDocumentId: { in: names }, documentId: { startsWith: `${onlyGroup}.` } },
    select: { citedDocumentId: true },
  });
  const cited = new Set(citations.map(({ citedDocumentId }) => citedDocumentId));
  // Whoever reads a whole conversation reads each of its turns, never the other way round.
  return new Set([
    ...inside,
    ...outside.filter((cite) => cited.has(cite) || cited.has(partsOf(cite).id)),
  ]);
}

/** `…0007-CH#12` → that conversation, turn 12. */
function partsOf(cite: string): { id: string; turn: number | null } {
  const [id = '', turn] = cite.split('#');
  return { id, turn: turn === undefined ? null : Number(turn) };
}
