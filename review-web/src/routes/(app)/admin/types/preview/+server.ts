import { gate, nothing } from '#lib/server/gate-api.ts';
import { renderMarkdown } from '#lib/server/markdown.ts';
import type { RequestHandler } from './$types';

/** As long as a guide or a template may be. */
const CHARACTERS_MAX = 8_000;

/** How a text will be read, while it is being written. For who is signed in; nothing is kept. */
export const POST: RequestHandler = async (event) => {
  await gate(event).get('/me', nothing);
  const text = await event.request.text();
  const { html } = renderMarkdown(text.slice(0, CHARACTERS_MAX));
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};
