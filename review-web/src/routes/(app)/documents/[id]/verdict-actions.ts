import { DocumentChangedView, DocumentReviewedView, QueueView } from '@flowgate/server/contracts';
import type { RequestEvent } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import { readDraft } from './comments/comment-actions.ts';

/** Time to take a verdict back before agents hear of it. */
const HOLD_SECONDS = 5;
const QUEUE_READ = 50;

const VERBS = {
  approve: { path: 'approval', takes: 'comment', held: true },
  request_revision: { path: 'revision-request', takes: 'reasons', held: true },
  reject: { path: 'rejection', takes: 'reasons', held: false },
  reopen: { path: 'reopening', takes: 'reasons', held: false },
  confirm: { path: 'confirmation', takes: 'comment', held: false },
  withdraw: { path: 'withdrawal', takes: 'nothing', held: false },
} as const;

export type VerdictName = keyof typeof VERBS;

function wordsFor(verb: VerdictName, form: FormData): Record<string, unknown> {
  const texts = form
    .getAll('reason')
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '');
  const comment = form.get('comment');
  const words = typeof comment === 'string' && comment.trim() !== '' ? { comment } : {};
  const { takes } = VERBS[verb];
  if (takes === 'comment') return words;
  if (takes === 'nothing') return {};
  // One reason goes by its own name, so that the server can say that it is missing.
  return texts.length > 1 ? { reasons: texts } : { reason: texts[0] ?? '' };
}

/** Where the reader goes on: the next thing that waits for them, if any. */
async function nextAddress(event: RequestEvent, documentId: string): Promise<string | null> {
  const { items } = await gate(event).get('/queue', QueueView, { limit: QUEUE_READ });
  const next = items.find(
    (item) =>
      item.document_id !== documentId &&
      (item.section === 'needs_my_verdict' || item.section === 'questions_for_me'),
  );
  if (!next) return null;
  return next.question_id
    ? paths.question(next.question_id)
    : paths.document(next.document_id ?? '');
}

/** With draft comments a verdict is a review, sent whole; null: there are none to go with it. */
async function reviewFor(event: RequestEvent, verb: VerdictName, id: string, form: FormData) {
  const takes = VERBS[verb].takes;
  if (verb === 'confirm' || verb === 'reopen' || takes === 'nothing') return null;
  const draft = await readDraft(event, id);
  if (draft === null || draft.comments.length === 0) return null;
  const texts = form.getAll('reason').filter((text) => typeof text === 'string' && text.trim());
  const comment = form.get('comment');
  return {
    ...{ document_id: id, verdict: verb, comments: draft.comments },
    ...(takes === 'reasons' && texts.length > 0 ? { reasons: texts } : {}),
    ...(typeof comment === 'string' && comment.trim() !== '' ? { summary: comment } : {}),
  };
}

function give(verb: VerdictName) {
  return async (event: RequestEvent) => {
    const id = event.params['id'] ?? '';
    const form = await event.request.formData();
    const values = { ...textsOf(form), verb };
    return attempt(values, async () => {
      const { path, held } = VERBS[verb];
      const words = {
        revision: Number(form.get('revision')),
        ...(held ? { hold_seconds: HOLD_SECONDS } : {}),
      };
      const review = await reviewFor(event, verb, id, form);
      const changed = review
        ? await gate(event).post('/reviews', DocumentReviewedView, { ...review, ...words })
        : await gate(event).post(
            `/documents/${encodeURIComponent(id)}/${path}`,
            DocumentChangedView,
            { ...wordsFor(verb, form), ...words },
          );
      const next = verb === 'withdraw' ? null : await nextAddress(event, id);
      return { given: { verb, heldId: changed.held?.id ?? null, next } };
    });
  };
}

export const verdictActions = {
  approve: give('approve'),
  request_revision: give('request_revision'),
  reject: give('reject'),
  reopen: give('reopen'),
  confirm: give('confirm'),
  withdraw: give('withdraw'),
  undo: async (event: RequestEvent) => {
    const texts = textsOf(await event.request.formData());
    return attempt(texts, async () => {
      await gate(event).delete(
        `/verdicts/${encodeURIComponent(texts['verdict_id'] ?? '')}`,
        nothing,
      );
      return { undone: true };
    });
  },
};
