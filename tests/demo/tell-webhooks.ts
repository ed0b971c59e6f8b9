/** Sends what webhooks have not been told yet. No other timer runs while the story is told: the clock jumps over days in which reminders would be due. */
import { deliverWebhook } from '../../mcp-server/src/actions/timers/deliver-webhook.ts';
import { systemCall } from '../../mcp-server/src/actions/timers/run-due-timers.ts';
import { queueDeliveries } from '../../mcp-server/src/actions/webhooks/queue-deliveries.ts';
import type { Dependencies } from '../../mcp-server/src/dependencies.ts';

/** Each message once; one that fails is tried again by the timers, when the story is told. */
export async function tellWebhooks(dependencies: Dependencies): Promise<void> {
  await queueDeliveries(dependencies);
  const untried = await dependencies.database.reader.webhookDelivery.findMany({
    where: { attempts: 0 },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  for (const { id } of untried) await deliverWebhook(dependencies, systemCall(dependencies), id);
}
