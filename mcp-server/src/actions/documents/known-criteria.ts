/** The names under which a claim may meet a criterion: `R.1` the root's, `T.2` the instruction's, `0004-T.2` any. */
import type { Reader } from '@flowgate/database';
import type { DocumentFacts, GroupFacts } from '../../gate/facts.ts';
import { headOf } from '../../gate/sequence.ts';

export interface CriterionView {
  readonly id: string;
  readonly text: string;
}

export async function readKnownCriteria(reader: Reader, facts: GroupFacts): Promise<Set<string>> {
  const rows = await readCriteriaRows(
    reader,
    facts.documents.map(({ id }) => id),
  );
  return new Set(
    rows.flatMap(({ documentId, number }) =>
      namesOf(facts, documentId).map((name) => `${name}.${number}`),
    ),
  );
}

/** The criteria of the root and of the instruction before the head, under their short names. */
export async function readCriteriaAtHead(
  reader: Reader,
  facts: GroupFacts,
): Promise<CriterionView[]> {
  const documents = [rootOf(facts), instructionOf(facts)].filter((document) => document !== null);
  const rows = await readCriteriaRows(
    reader,
    documents.map(({ id }) => id),
  );
  return rows.map(({ documentId, number, text }) => ({
    id: `${namesOf(facts, documentId)[0]}.${number}`,
    text,
  }));
}

function readCriteriaRows(reader: Reader, documentIds: readonly string[]) {
  return reader.criterion.findMany({
    where: { documentId: { in: [...documentIds] } },
    orderBy: [{ documentId: 'asc' }, { number: 'asc' }],
  });
}

/** The short name first, where the document has one. */
function namesOf(facts: GroupFacts, documentId: string): string[] {
  const long = documentId.slice(facts.id.length + 1);
  if (documentId === rootOf(facts)?.id) return ['R', long];
  return documentId === instructionOf(facts)?.id ? ['T', long] : [long];
}

function rootOf(facts: GroupFacts): DocumentFacts | null {
  return facts.documents.find(({ series }) => series === 'root') ?? null;
}

/** The instruction that the head's report answers: the newest before the head. */
function instructionOf(facts: GroupFacts): DocumentFacts | null {
  const head = headOf(facts);
  const before = facts.steps.filter(
    ({ series, number }) => series === 'instruction' && number < (head?.number ?? Infinity),
  );
  const step = before.at(-1);
  return facts.documents.find(({ stepId }) => stepId !== null && stepId === step?.id) ?? null;
}
