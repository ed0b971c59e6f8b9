/** Reviews as a person sends them, and the threads they start. */
import type { PersonClient } from './person-client.ts';

/** A line of `TASK`. */
export const LIMIT = 'Orders above 50 EUR ship for free.';

export const must = (text: string, more: object = {}) => ({
  ...{ weight: 'must', text, anchor: { quote: LIMIT } },
  ...more,
});

export const review = (person: PersonClient, document_id: string, more: object) =>
  person.post('/reviews', { document_id, revision: 1, ...more });

export const threadsOf = async (person: PersonClient, documentId: string, revision?: number) =>
  (
    await person.must(
      person.get(`/documents/${documentId}/threads${revision ? `?revision=${revision}` : ''}`),
    )
  ).threads;
