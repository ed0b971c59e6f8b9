/** Sends a message that says it is a test, as any other is sent: signed, logged, tried again. */
import { TestedWebhookView, WebhookInput } from '../../contracts/webhooks.ts';
import { problems } from '../../problems.ts';
import { findDelivery, insertDeliveries } from '../../store/webhooks/deliveries.ts';
import { action } from '../action.ts';
import { placeOfWebhook, requireWebhook } from './require-webhook.ts';
import { testMessage } from './webhook-message.ts';
import { deliveryView } from './webhook-view.ts';

export const testWebhook = action({
  name: 'test_webhook',
  input: WebhookInput,
  output: TestedWebhookView,
  permission: 'webhook.manage',
  place: (input, _call, dependencies) => placeOfWebhook(input, dependencies),
  async run(dependencies, _call, { webhook_id: webhookId }) {
    const { database, newId, clock } = dependencies;
    const { projectId } = await requireWebhook(dependencies, webhookId);
    const now = clock.now();
    const body = testMessage(projectId, now);
    const message = { id: newId(), webhookId, kind: 'webhook.test', body, createdAt: now };
    await database.inTransaction((transaction) => insertDeliveries(transaction, [message]));
    const delivery = await findDelivery(database.reader, message.id);
    if (delivery === null) throw problems.notFound();
    return { delivery: deliveryView(delivery) };
  },
});
