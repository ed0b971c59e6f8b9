/** A maintainer changes a webhook, switches it off or on, or gives it a new secret. */
import { UpdateWebhookInput, WebhookChangedView } from '../../contracts/webhooks.ts';
import { problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { positionsOf } from '../../store/events/list-events.ts';
import { changeWebhook, type WebhookChange } from '../../store/webhooks/webhooks.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { requireCallable } from './require-callable.ts';
import { placeOfWebhook, requireWebhook } from './require-webhook.ts';
import { newWebhookSecret, sealWebhookSecret } from './webhook-secret.ts';
import { storedKinds, webhookView } from './webhook-view.ts';

export const updateWebhook = action({
  name: 'update_webhook',
  input: UpdateWebhookInput,
  output: WebhookChangedView,
  permission: 'webhook.manage',
  place: (input, _call, dependencies) => placeOfWebhook(input, dependencies),
  async run(dependencies, call, { webhook_id: id, kinds, new_secret, ...plain }) {
    const { database, keys, clock, announcer } = dependencies;
    if (plain.url !== undefined) requireCallable(plain.url);
    const before = await requireWebhook(dependencies, id);
    const secret = new_secret ? newWebhookSecret() : null;
    const { projectId } = before;
    const resumes = plain.active === true && !before.active;
    const newest = resumes ? (await positionsOf(database.reader, [projectId])).get(projectId) : 0;
    const change: WebhookChange = {
      ...definedOf(plain),
      ...(kinds === undefined ? {} : { kinds: storedKinds(kinds) }),
      ...(secret === null ? {} : { secret: sealWebhookSecret(keys, secret, id) }),
      // What happened while it was off is history: whoever switches it on wants to hear what comes.
      ...(resumes ? { position: newest ?? 0 } : {}),
    };
    const changed = Object.keys(change).filter((name) => name !== 'position');
    if (changed.length === 0) return { webhook: webhookView(before), secret };
    await database.inTransaction(async (transaction) => {
      if (!(await changeWebhook(transaction, id, change))) throw problems.notFound();
      await appendEvents(transaction, {
        projectId,
        groupId: null,
        actor: actorOf(call.caller),
        at: clock.now(),
        events: [
          {
            kind: 'webhook.changed',
            details: {
              webhook: id,
              label: plain.label ?? before.label,
              changed: changed.join(' '),
            },
          },
        ],
      });
    });
    announcer.announce(projectId);
    return { webhook: webhookView(await requireWebhook(dependencies, id)), secret };
  },
});

function definedOf(given: {
  label?: string | undefined;
  url?: string | undefined;
  active?: boolean | undefined;
}): WebhookChange {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
