/** What was sent to a webhook and how it went, newest first. */
import { DeliveryListView, ListDeliveriesInput } from '../../contracts/webhooks.ts';
import { PAGE_ITEMS_DEFAULT } from '../../gate/limits.ts';
import { listDeliveries as listRows } from '../../store/webhooks/deliveries.ts';
import { action } from '../action.ts';
import { decodeMaking, encodeMaking } from '../cursors.ts';
import { placeOfWebhook, requireWebhook } from './require-webhook.ts';
import { deliveryView, webhookView } from './webhook-view.ts';

export const listDeliveries = action({
  name: 'list_deliveries',
  input: ListDeliveriesInput,
  output: DeliveryListView,
  permission: 'webhook.manage',
  place: (input, _call, dependencies) => placeOfWebhook(input, dependencies),
  async run(dependencies, _call, { webhook_id, limit = PAGE_ITEMS_DEFAULT, cursor }) {
    const webhook = await requireWebhook(dependencies, webhook_id);
    const { reader } = dependencies.database;
    const rows = await listRows(reader, webhook_id, decodeMaking(cursor), limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      webhook: webhookView(webhook),
      deliveries: page.map(deliveryView),
      cursor: rows.length > limit && last ? encodeMaking(last) : null,
    };
  },
});
