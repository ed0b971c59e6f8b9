/** A citation names a document of the same project, or it is a fault. One query for all. */
import type { Reader } from '@flowgate/database';
import type { Fault } from '../../problems.ts';

export async function findUnknownCites(
  reader: Reader,
  projectId: string,
  cites: readonly string[],
): Promise<Fault[]> {
  if (cites.length === 0) return [];
  const known = await reader.document.findMany({
    where: { id: { in: [...cites] }, projectId },
    select: { id: true },
  });
  const ids = new Set(known.map(({ id }) => id));
  return cites.flatMap((id, index): Fault[] =>
    ids.has(id) ? [] : [{ path: `cites[${index}]`, code: 'cite_unknown', params: {} }],
  );
}
