/**
 * Passes on what the logs hold and webhooks haven't been told yet. Every process looks once a second: one statement
 * where no webhook is active. Who moves a webhook's position writes its messages in the same transaction, so nothing is
 * left out and nothing is queued twice, whatever stops in between.
 */
import type { Dependencies } from '../../dependencies.ts';
import { WEBHOOK_EVENTS_PER_LOOK_MAX } from '../../gate/limits.ts';
import { listEventsAfter, positionsOf } from '../../store/events/list-events.ts';
import { insertDeliveries } from '../../store/webhooks/deliveries.ts';
import { listActiveWebhooks, moveWebhook } from '../../store/webhooks/webhooks.ts';
import { webhookMessage } from './webhook-message.ts';
import { kindsOf } from './webhook-view.ts';

/** A verdict that may still be taken back is for people's eyes only. */
const NOT_TOLD = ['verdict.held', 'verdict.undone', 'verdict.voided'];

type ActiveWebhook = Awaited<ReturnType<typeof listActiveWebhooks>>[number];

export async function queueDeliveries(dependencies: Dependencies): Promise<void> {
  const { reader } = dependencies.database;
  const webhooks = await listActiveWebhooks(reader);
  if (webhooks.length === 0) return;
  const newest = await positionsOf(reader, [
    ...new Set(webhooks.map(({ projectId }) => projectId)),
  ]);
  for (const webhook of webhooks) {
    if ((newest.get(webhook.projectId) ?? 0) > webhook.position) await queue(dependencies, webhook);
  }
}

async function queue(dependencies: Dependencies, webhook: ActiveWebhook): Promise<void> {
  const { database, clock, newId, sentencesIn, config } = dependencies;
  const { id: webhookId, projectId, position: seen } = webhook;
  const rows = await listEventsAfter(database.reader, projectId, seen, WEBHOOK_EVENTS_PER_LOOK_MAX);
  const position = rows.at(-1)?.position;
  if (position === undefined) return;
  const kinds = kindsOf(webhook.kinds);
  const wanted = rows.filter(
    ({ kind }) => !NOT_TOLD.includes(kind) && (kinds.length === 0 || kinds.includes(kind)),
  );
  const now = clock.now();
  const deliveries = wanted.map((row) => ({
    id: newId(),
    webhookId,
    kind: row.kind,
    body: webhookMessage(row, sentencesIn('en'), config.publicUrl),
    createdAt: now,
  }));
  await database.inTransaction(async (transaction) => {
    if (await moveWebhook(transaction, webhookId, seen, position)) {
      await insertDeliveries(transaction, deliveries);
    }
  });
}
