import { DocumentReviewedView, DraftView, ThreadChangedView } from '@flowgate/server/contracts';
import type { RequestEvent } from '@sveltejs/kit';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { GateProblem, gate } from '#lib/server/gate-api.ts';

const FORBIDDEN = 403;

/** What this person has written and not sent; null: they may not review here. */
export async function readDraft(event: RequestEvent, documentId: string) {
  try {
    return await gate(event).get(`/documents/${encodeURIComponent(documentId)}/draft`, DraftView);
  } catch (problem) {
    if (problem instanceof GateProblem && problem.status === FORBIDDEN) return null;
    throw problem;
  }
}

type Draft = NonNullable<Awaited<ReturnType<typeof readDraft>>>;
type Comment = Draft['comments'][number];

function commentOf(texts: Record<string, string>): Comment {
  const { text = '', quote = '', old = '' } = texts;
  const number = (name: string) => {
    const value = Number(texts[name]);
    return value > 0 ? { [name]: value } : {};
  };
  const anchor = {
    ...(quote.trim() === '' ? {} : { quote }),
    ...number('line_from'),
    ...number('line_to'),
    ...number('claim'),
  };
  return {
    ...(Object.keys(anchor).length === 0 ? {} : { anchor }),
    ...number('revision'),
    weight: (texts['weight'] ?? 'must') as Comment['weight'],
    text,
    ...(old === '' ? {} : { suggestion: { old, new: texts['new'] ?? '' } }),
  };
}

async function changeDraft(
  event: RequestEvent,
  change: (comments: Comment[], texts: Record<string, string>) => Comment[],
) {
  const id = event.params['id'] ?? '';
  const texts = textsOf(await event.request.formData());
  return attempt({ ...texts, form: 'comment' }, async () => {
    const draft = await readDraft(event, id);
    await gate(event).put(`/documents/${encodeURIComponent(id)}/draft`, DraftView, {
      summary: draft?.summary ?? '',
      comments: change(draft?.comments ?? [], texts),
    });
    return { drafted: true };
  });
}

function onThread(path: 'replies' | 'done' | 'resolution') {
  return async (event: RequestEvent) => {
    const texts = textsOf(await event.request.formData());
    return attempt({ ...texts, form: 'thread' }, async () => {
      const { thread_id = '', text = '' } = texts;
      const words = path === 'replies' || text.trim() !== '' ? { text } : {};
      const address = `/threads/${encodeURIComponent(thread_id)}/${path}`;
      await gate(event).post(address, ThreadChangedView, words);
      return { told: thread_id };
    });
  };
}

export const commentActions = {
  add_comment: (event: RequestEvent) =>
    changeDraft(event, (comments, texts) => [...comments, commentOf(texts)]),
  drop_comment: (event: RequestEvent) =>
    changeDraft(event, (comments, { place }) =>
      comments.filter((_, index) => index !== Number(place)),
    ),
  send_comments: async (event: RequestEvent) => {
    const id = event.params['id'] ?? '';
    const texts = textsOf(await event.request.formData());
    return attempt({ ...texts, form: 'draft' }, async () => {
      const draft = await readDraft(event, id);
      await gate(event).post('/reviews', DocumentReviewedView, {
        document_id: id,
        revision: Number(texts['revision']),
        comments: draft?.comments ?? [],
      });
      return { commented: true };
    });
  },
  reply: onThread('replies'),
  mark_done: onThread('done'),
  resolve: onThread('resolution'),
};
