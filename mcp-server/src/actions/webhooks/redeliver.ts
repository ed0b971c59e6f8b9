/** Sends a message again, whatever came of it: the same id and the same body, so that a receiver can tell. */
import { RedeliverInput, TestedWebhookView } from '../../contracts/webhooks.ts';
import { problems } from '../../problems.ts';
import { findDelivery, startAgain } from '../../store/webhooks/deliveries.ts';
import { action } from '../action.ts';
import { placeOfWebhook } from './require-webhook.ts';
import { deliveryView } from './webhook-view.ts';

export const redeliver = action({
  name: 'redeliver',
  input: RedeliverInput,
  output: TestedWebhookView,
  permission: 'webhook.manage',
  place: (input, _call, dependencies) => placeOfWebhook(input, dependencies),
  async run({ database, clock }, _call, { webhook_id, delivery_id: id }) {
    const before = await findDelivery(database.reader, id);
    if (before === null || before.webhookId !== webhook_id) throw problems.notFound();
    await database.inTransaction(async (transaction) => {
      if (!(await startAgain(transaction, id, clock.now()))) throw problems.notFound();
    });
    const delivery = await findDelivery(database.reader, id);
    if (delivery === null) throw problems.notFound();
    return { delivery: deliveryView(delivery) };
  },
});
