/** What an edit is about: the title that stands and the reasons it has to answer. Null: no such document. */
import type { Reader } from '@flowgate/database';

export async function findEditedDocument(
  reader: Reader,
  id: string,
): Promise<{ title: string; openReasonIds: string[] } | null> {
  const row = await reader.document.findUnique({
    where: { id },
    select: {
      title: true,
      reasons: {
        where: { response: null, setAsideAt: null },
        orderBy: [{ createdAt: 'asc' }, { number: 'asc' }],
        select: { id: true },
      },
    },
  });
  return row && { title: row.title, openReasonIds: row.reasons.map((reason) => reason.id) };
}
