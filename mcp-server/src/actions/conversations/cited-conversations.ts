/** Conversations, or single turns of them, that documents cite: whoever works on should read them too. */
import type { Reader } from '@flowgate/database';

/** Nothing is asked where nothing is cited. */
export async function citedConversations(
  reader: Reader,
  citing: readonly { readonly id: string }[],
): Promise<{ id: string; title: string }[]> {
  if (citing.length === 0) return [];
  const citations = await reader.citation.findMany({
    where: { documentId: { in: citing.map(({ id }) => id) } },
    orderBy: { citedDocumentId: 'asc' },
  });
  const cites = [...new Set(citations.map(({ citedDocumentId }) => citedDocumentId))];
  const conversations = await reader.document.findMany({
    where: { id: { in: cites.map(documentOf) }, series: 'conversation' },
    select: { id: true, title: true },
  });
  return cites.flatMap((cite) => {
    const conversation = conversations.find(({ id }) => id === documentOf(cite));
    return conversation ? [{ id: cite, title: conversation.title }] : [];
  });
}

function documentOf(cite: string): string {
  return cite.split('#')[0] ?? cite;
}
