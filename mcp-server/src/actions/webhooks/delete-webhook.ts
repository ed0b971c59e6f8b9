/** A maintainer takes a webhook away, with all that was still on its way. Once more changes nothing. */
import { DoneView } from '../../contracts/primitives.ts';
import { WebhookInput } from '../../contracts/webhooks.ts';
import { problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { findWebhook, removeWebhook } from '../../store/webhooks/webhooks.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { placeOfWebhook } from './require-webhook.ts';

export const deleteWebhook = action({
  name: 'delete_webhook',
  input: WebhookInput,
  output: DoneView,
  permission: 'webhook.manage',
  place: (input, _call, dependencies) => placeOfWebhook(input, dependencies),
  async run(dependencies, call, { webhook_id: id }) {
    const { database, clock, announcer } = dependencies;
    const webhook = await findWebhook(database.reader, id);
    if (webhook === null) throw problems.notFound();
    const { projectId, label } = webhook;
    const now = clock.now();
    await database.inTransaction(async (transaction) => {
      if (!(await removeWebhook(transaction, id, now))) return;
      await appendEvents(transaction, {
        projectId,
        groupId: null,
        actor: actorOf(call.caller),
        at: now,
        events: [{ kind: 'webhook.removed', details: { webhook: id, label } }],
      });
    });
    announcer.announce(projectId);
    return { done: true as const };
  },
});
