/** Once an hour: sessions, links, counters and messages to webhooks that ended a while ago go. */
import type { Call, Dependencies } from '../../dependencies.ts';
import {
  SESSION_KEPT_SECONDS,
  SESSION_PURGE_SECONDS,
  WEBHOOK_DELIVERIES_KEPT_SECONDS,
} from '../../gate/limits.ts';
import { purge } from '../../store/people/purge.ts';
import { purgeDeliveries } from '../../store/webhooks/deliveries.ts';

export async function purgeSessions({ database, clock }: Dependencies, _call: Call): Promise<Date> {
  const now = clock.now();
  const before = new Date(now.getTime() - SESSION_KEPT_SECONDS * 1000);
  const deliveredBefore = new Date(now.getTime() - WEBHOOK_DELIVERIES_KEPT_SECONDS * 1000);
  await database.inTransaction(async (transaction) => {
    await purge(transaction, before);
    await purgeDeliveries(transaction, deliveredBefore);
  });
  return new Date(now.getTime() + SESSION_PURGE_SECONDS * 1000);
}
