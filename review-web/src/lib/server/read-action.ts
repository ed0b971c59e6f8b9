import { DocumentChangedView } from '@flowgate/server/contracts';
import type { RequestEvent } from '@sveltejs/kit';
import { attempt, textsOf } from './attempt.ts';
import { gate } from './gate-api.ts';

/** The form action `read`: a person has read what a policy approved. */
export async function readAction(event: RequestEvent) {
  const texts = textsOf(await event.request.formData());
  const id = encodeURIComponent(texts['document_id'] ?? '');
  return attempt(texts, async () => {
    const body = { revision: Number(texts['revision']) };
    await gate(event).post(`/documents/${id}/reading`, DocumentChangedView, body);
    return { read: texts['document_id'] ?? '' };
  });
}
