/** The webhook that was named, and where it stands: known to nobody who may not manage those of its project. */
import type { Dependencies } from '../../dependencies.ts';
import type { Place } from '../../identity/permissions.ts';
import { problems } from '../../problems.ts';
import { findWebhook, type WebhookRow } from '../../store/webhooks/webhooks.ts';

export async function placeOfWebhook(
  { webhook_id }: { readonly webhook_id: string },
  { database }: Dependencies,
): Promise<Place | null> {
  const row = await findWebhook(database.reader, webhook_id);
  return row && { projectId: row.projectId };
}

export async function requireWebhook({ database }: Dependencies, id: string): Promise<WebhookRow> {
  const row = await findWebhook(database.reader, id);
  if (row === null || row.removedAt !== null) throw problems.notFound();
  return row;
}
