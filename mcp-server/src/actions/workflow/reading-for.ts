/** What whoever works at a step reads first: the root, what stands directly before it, and what these refer to. */
import type { Reader } from '@flowgate/database';
import type { GroupFacts, StepFacts } from '../../gate/facts.ts';
import { documentAt } from '../../gate/sequence.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';

export interface Reading {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly why: 'root' | 'predecessor' | 'cited';
}

/** Reports rest on the instruction before them, and everything on what stands directly before it. */
const PREDECESSORS_NAMED_MAX = 3;
/** More references than anybody follows; the documents themselves name the rest. */
const CITED_NAMED_MAX = 10;

/** Two statements where something is cited, none else. */
export async function readingFor(
  reader: Reader,
  record: GroupScene['record'],
  facts: GroupFacts,
  step: StepFacts | null,
): Promise<Reading[]> {
  const rows = new Map(record.documents.map((row) => [row.id, row]));
  const inGroup = placesBefore(facts, step).flatMap(({ id, why }): Reading[] => {
    const row = rows.get(id);
    return row === undefined ? [] : [{ id, why, title: row.title, revision: row.revision }];
  });
  const own = step === null ? null : documentAt(facts, step.id);
  const citing = [...inGroup.map(({ id }) => id), ...(own === null ? [] : [own.id])];
  const thatCite = citing.filter((id) => (rows.get(id)?.citeCount ?? 0) > 0);
  return [...inGroup, ...(await citedBy(reader, thatCite, citing))];
}

function placesBefore(
  { steps, documents }: GroupFacts,
  step: StepFacts | null,
): { readonly id: string; readonly why: 'root' | 'predecessor' }[] {
  const before = steps
    .filter(({ number }) => step === null || number < step.number)
    .flatMap(({ id }) => documents.find(({ stepId }) => stepId === id) ?? []);
  const [root, ...rest] = before;
  return [
    ...(root ? [{ id: root.id, why: 'root' as const }] : []),
    ...rest.slice(-PREDECESSORS_NAMED_MAX).map(({ id }) => ({ id, why: 'predecessor' as const })),
  ];
}

/** Documents, and single turns of conversations under the conversation's title. */
async function citedBy(
  reader: Reader,
  documentIds: readonly string[],
  known: readonly string[],
): Promise<Reading[]> {
  if (documentIds.length === 0) return [];
  const citations = await reader.citation.findMany({
    where: { documentId: { in: [...documentIds] }, citedDocumentId: { notIn: [...known] } },
    orderBy: { citedDocumentId: 'asc' },
  });
  const cites = [...new Set(citations.map(({ citedDocumentId }) => citedDocumentId))];
  const rows = await reader.document.findMany({
    where: { id: { in: cites.slice(0, CITED_NAMED_MAX).map(documentOf) } },
    select: { id: true, title: true, revision: true },
  });
  return cites.flatMap((id): Reading[] => {
    const row = rows.find((candidate) => candidate.id === documentOf(id));
    return row === undefined ? [] : [{ ...row, id, why: 'cited' }];
  });
}

/** `…0007-CH#12` stands in the document `…0007-CH`. */
function documentOf(cite: string): string {
  return cite.split('#')[0] ?? cite;
}
