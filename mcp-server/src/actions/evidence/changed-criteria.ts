/** Criteria that read otherwise than when a claim was made for them: the claim was made for something else. */
import type { Reader } from '@flowgate/database';
import type { ClaimInput } from '../../contracts/evidence.ts';
import type { Dependencies } from '../../dependencies.ts';
import { readContent } from '../documents/canonical-content.ts';
import { criteriaOf } from '../documents/markdown-outline.ts';
import { groupOfDocument } from '../places.ts';

/** Names as the claims use them. Nothing is read where no claim meets anything. */
export async function readChangedCriteria(
  dependencies: Dependencies,
  documentId: string,
  revision: number,
  claims: readonly ClaimInput[],
): Promise<ReadonlySet<string>> {
  const named = [...new Set(claims.flatMap(({ meets = [] }) => meets))];
  if (named.length === 0) return new Set();
  const { reader } = dependencies.database;
  const own = await reader.revision.findUnique({
    where: { documentId_number: { documentId, number: revision } },
    select: { createdAt: true },
  });
  if (own === null) return new Set();
  const targets = await targetsOf(reader, documentId, named);
  const changed = new Set<string>();
  for (const target of new Set(targets.values())) {
    const [before, now] = await criteriaThenAndNow(dependencies, target, own.createdAt);
    for (const [name, id] of targets) {
      const number = Number(name.slice(name.lastIndexOf('.') + 1));
      if (id === target && before?.[number - 1] !== now?.[number - 1]) changed.add(name);
    }
  }
  return changed;
}

/** `R.1` → the root, `T.2` → the instruction before the report, `0004-T.2` → that document. */
export async function targetsOf(
  reader: Reader,
  documentId: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const groupId = groupOfDocument(documentId);
  const documents = await reader.document.findMany({
    where: { groupId, series: { in: ['root', 'instruction', 'report'] } },
    select: { id: true, series: true, step: { select: { number: true } } },
  });
  const own = documents.find(({ id }) => id === documentId)?.step?.number ?? Infinity;
  const root = documents.find(({ series }) => series === 'root')?.id;
  const instruction = documents
    .filter(({ series, step }) => series === 'instruction' && (step?.number ?? Infinity) < own)
    .sort((one, other) => (one.step?.number ?? 0) - (other.step?.number ?? 0))
    .at(-1)?.id;
  return new Map(
    names.flatMap((name) => {
      const short = name.slice(0, name.lastIndexOf('.'));
      const id = short === 'R' ? root : short === 'T' ? instruction : `${groupId}.${short}`;
      return id === undefined ? [] : [[name, id] as const];
    }),
  );
}

/** Both lists, or nothing where the document has had no revision since. */
async function criteriaThenAndNow(
  { database: { reader }, types }: Dependencies,
  documentId: string,
  at: Date,
): Promise<[string[], string[]] | [null, null]> {
  const later = await reader.revision.count({ where: { documentId, createdAt: { gt: at } } });
  if (later === 0) return [null, null];
  const select = { content: true } as const;
  const [then, now, rows] = await Promise.all([
    reader.revision.findFirst({
      where: { documentId, createdAt: { lte: at } },
      orderBy: { number: 'desc' },
      select,
    }),
    reader.criterion.findMany({ where: { documentId }, orderBy: { number: 'asc' } }),
    reader.document.findUnique({
      where: { id: documentId },
      select: { typeId: true, typeVersion: true },
    }),
  ]);
  if (then === null || rows === null) return [null, null];
  const { criteriaHeadings } = await types.at(rows.typeId, rows.typeVersion);
  const headings = Object.values(criteriaHeadings ?? {});
  const before = criteriaOf(readContent(then.content, documentId).body, headings);
  return [before, now.map(({ text }) => text)];
}
