/** The unresolved threads of a document as an agent reads them: what each is about, and what was said. */
import type { Reader } from '@flowgate/database';
import { listThreads } from '../../store/reviews/threads.ts';
import type { RevisionContent } from '../documents/canonical-content.ts';
import { placesIn } from './place-comments.ts';

/** What fits an answer; the newest. */
const THREADS_TOLD_MAX = 50;

export async function agentThreads(reader: Reader, documentId: string, content: RevisionContent) {
  const rows = await listThreads(reader, documentId);
  const placeIn = placesIn(content);
  return rows
    .filter(({ state }) => state !== 'resolved')
    .slice(0, THREADS_TOLD_MAX)
    .map(({ id, weight, state, anchor, advice, comments }) => {
      const { quote, line_from, line_to, claim, outdated } = placeIn(anchor, id);
      const said = comments.toSorted((a, b) => Number(b.id === id) - Number(a.id === id));
      return {
        thread_id: id,
        ...{ weight, state, quote, line_from, line_to, claim, outdated },
        advice: advice ?? false,
        comments: said.map(({ byName, text }) => ({ by: byName, text })),
      };
    });
}
