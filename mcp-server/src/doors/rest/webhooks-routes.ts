/** Addresses that are told what happens in a project. */
import { createWebhook } from '../../actions/webhooks/create-webhook.ts';
import { deleteWebhook } from '../../actions/webhooks/delete-webhook.ts';
import { listDeliveries } from '../../actions/webhooks/list-deliveries.ts';
import { listWebhooks } from '../../actions/webhooks/list-webhooks.ts';
import { redeliver } from '../../actions/webhooks/redeliver.ts';
import { testWebhook } from '../../actions/webhooks/test-webhook.ts';
import { updateWebhook } from '../../actions/webhooks/update-webhook.ts';
import { HTTP } from '../http-status.ts';
import { type Route, route } from './route.ts';

const CREATED = { status: HTTP.created };

export const webhooksRoutes: readonly Route[] = [
  route('get', '/projects/:project/webhooks', listWebhooks),
  route('post', '/projects/:project/webhooks', createWebhook, CREATED),
  route('patch', '/webhooks/:webhookId', updateWebhook),
  route('delete', '/webhooks/:webhookId', deleteWebhook),
  route('post', '/webhooks/:webhookId/test', testWebhook, CREATED),
  route('get', '/webhooks/:webhookId/deliveries', listDeliveries),
  route('post', '/webhooks/:webhookId/deliveries/:deliveryId/attempt', redeliver),
];
