/** The addresses that are told what happens in a project. */
import { ListWebhooksInput, WebhookListView } from '../../contracts/webhooks.ts';
import { problems } from '../../problems.ts';
import { findProject } from '../../store/projects/projects.ts';
import { listWebhooks as listRows } from '../../store/webhooks/webhooks.ts';
import { action } from '../action.ts';
import { webhookView } from './webhook-view.ts';

export const listWebhooks = action({
  name: 'list_webhooks',
  input: ListWebhooksInput,
  output: WebhookListView,
  permission: 'webhook.manage',
  place: ({ project }) => ({ projectId: project }),
  async run({ database }, _call, { project }) {
    if ((await findProject(database.reader, project)) === null) throw problems.notFound();
    return { webhooks: (await listRows(database.reader, project)).map(webhookView) };
  },
});
