import { m } from '#lib/paraglide/messages.js';
import { paths } from '#lib/paths.ts';
import { refusedIn } from '#lib/refused.ts';
import { showToast } from '#lib/toasts.svelte.ts';
import { deserialize } from '$app/forms';
import { refreshAll } from '$app/navigation';

/** Takes a held verdict back, from wherever the reader has gone on to. Says what came of it. */
export async function undoVerdict(documentId: string, verdictId: string): Promise<void> {
  const body = new FormData();
  body.set('verdict_id', verdictId);
  const response = await fetch(`${paths.document(documentId)}?/undo`, {
    method: 'POST',
    body,
    headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
  });
  const result = deserialize(await response.text());
  const problem = result.type === 'failure' ? refusedIn(result.data)?.problem : undefined;
  showToast(problem?.detail ?? m.verdict_undone());
  await refreshAll();
}
