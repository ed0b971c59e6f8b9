/** A maintainer names an address that is told what happens from now on. Its secret is told once. */
import { CreateWebhookInput, WebhookCreatedView } from '../../contracts/webhooks.ts';
import { WEBHOOKS_PER_PROJECT_MAX } from '../../gate/limits.ts';
import { problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { findProject, lockProject } from '../../store/projects/projects.ts';
import { changeWebhook, countWebhooks, insertWebhook } from '../../store/webhooks/webhooks.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { requireCallable } from './require-callable.ts';
import { requireWebhook } from './require-webhook.ts';
import { newWebhookSecret, sealWebhookSecret } from './webhook-secret.ts';
import { storedKinds, webhookView } from './webhook-view.ts';

export const createWebhook = action({
  name: 'create_webhook',
  input: CreateWebhookInput,
  output: WebhookCreatedView,
  permission: 'webhook.manage',
  place: ({ project }) => ({ projectId: project }),
  async run(dependencies, call, { project, label, url, kinds }) {
    const { database, newId, keys, clock, announcer } = dependencies;
    if ((await findProject(database.reader, project)) === null) throw problems.notFound();
    requireCallable(url);
    const id = newId();
    const secret = newWebhookSecret();
    const actor = actorOf(call.caller);
    const now = clock.now();
    await database.inTransaction(async (transaction) => {
      if (!(await lockProject(transaction, project))) throw problems.notFound();
      if ((await countWebhooks(transaction, project)) >= WEBHOOKS_PER_PROJECT_MAX) {
        throw problems.webhookLimit(WEBHOOKS_PER_PROJECT_MAX);
      }
      const webhook = {
        id,
        projectId: project,
        label,
        url,
        kinds: storedKinds(kinds),
        secret: sealWebhookSecret(keys, secret, id),
        createdById: actor.id,
        createdAt: now,
      };
      await insertWebhook(transaction, webhook, 0);
      // Its own making is the last thing it isn't told of.
      const position = await appendEvents(transaction, {
        projectId: project,
        groupId: null,
        actor,
        at: now,
        events: [{ kind: 'webhook.created', details: { webhook: id, label } }],
      });
      await changeWebhook(transaction, id, { position });
    });
    announcer.announce(project);
    return { webhook: webhookView(await requireWebhook(dependencies, id)), secret };
  },
});
