import type { RequestEvent } from '@sveltejs/kit';
import { attempt, textsOf } from './attempt.ts';
import { gate, nothing } from './gate-api.ts';

const RUN_VERBS = ['pause', 'resume', 'stop'] as const;

/** The form action of RunControls: whoever shows them names it `run`. */
export async function runAction(event: RequestEvent) {
  const texts = textsOf(await event.request.formData());
  const verb = RUN_VERBS.find((name) => name === texts['verb']) ?? 'pause';
  return attempt(texts, async () => {
    await gate(event).post(`/runs/${encodeURIComponent(texts['run_id'] ?? '')}/${verb}`, nothing);
    return { ran: verb };
  });
}
