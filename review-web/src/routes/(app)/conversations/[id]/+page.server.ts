import { randomUUID } from 'node:crypto';
import { ConversationView, ConverseView } from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import { renderMarkdown } from '#lib/server/markdown.ts';
import type { Actions, PageServerLoad } from './$types';

const TURNS_SHOWN = 50;
/** A turn that was cited is shown with what came before and after it. */
const TURNS_AFTER_CITED = 25;

function turnIn(value: string | null): number | null {
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : null;
}

function pageOf(search: URLSearchParams): { before?: number; after?: number } {
  const cited = turnIn(search.get('turn'));
  if (cited !== null) return { before: cited + TURNS_AFTER_CITED };
  const before = turnIn(search.get('before'));
  if (before !== null) return { before };
  const after = turnIn(search.get('after'));
  return after === null ? {} : { after };
}

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  event.depends(liveOn.document(id));
  const path = `/conversations/${encodeURIComponent(id)}/turns`;
  const api = gate(event);
  const asked = pageOf(event.url.searchParams);
  const view = await api.get(path, ConversationView, { limit: TURNS_SHOWN, ...asked });
  event.depends(liveOn.group(view.conversation.group.id));
  const paged = view.opening === null;
  // On a page of its own the opening is asked for once more, without any turns to speak of.
  const opening = paged
    ? (await api.get(path, ConversationView, { limit: 1 })).opening
    : view.opening;
  return {
    ...view,
    paged,
    opening: renderMarkdown(opening ?? ''),
    turns: view.turns.map(({ text, ...turn }) => ({ ...turn, rendered: renderMarkdown(text) })),
    /** One for each page: a form sent twice says its words once. */
    sendingKey: randomUUID(),
  };
};

export const actions: Actions = {
  say: async (event) => {
    const texts = textsOf(await event.request.formData());
    return attempt(texts, async () => {
      const { turn } = await gate(event).post(
        `/conversations/${encodeURIComponent(event.params.id)}/turns`,
        ConverseView,
        {
          text: texts['text'] ?? '',
          based_on_turn: Number(texts['based_on_turn'] ?? 0),
          idempotency_key: texts['sending_key'] ?? '',
        },
      );
      return { said: turn };
    });
  },
};
