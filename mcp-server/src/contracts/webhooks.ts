/** Addresses that are told what happens in a project: set up by maintainers, signed, with a log of how each message went. */
import { z } from 'zod';
import { EVENT_KINDS } from '../gate/event-kinds.ts';
import { DELIVERY_STATES } from '../gate/vocabulary.ts';
import { cursor, name, opaqueId, pageLimit, projectSlug, time } from './primitives.ts';

const url = z.url({ protocol: /^https?$/ }).max(2_000);
/** Empty: every kind. */
const kinds = z.array(z.enum(EVENT_KINDS)).max(EVENT_KINDS.length);

export const WebhookView = z.strictObject({
  id: z.string(),
  project: z.string(),
  label: z.string(),
  url: z.string(),
  /** Empty: every kind. */
  kinds: z.array(z.string()),
  active: z.boolean(),
  created_at: time,
  /** The message sent last, whatever came of it. */
  last: z
    .strictObject({
      state: z.enum(DELIVERY_STATES),
      status: z.int().nullable(),
      problem: z.string().nullable(),
      at: time,
    })
    .nullable(),
});
export type WebhookView = z.infer<typeof WebhookView>;

export const ListWebhooksInput = z.strictObject({ project: projectSlug });
export const WebhookListView = z.strictObject({ webhooks: z.array(WebhookView) });

export const CreateWebhookInput = z.strictObject({
  project: projectSlug,
  label: name,
  url,
  kinds: kinds.optional(),
});
export const WebhookCreatedView = z.strictObject({
  webhook: WebhookView,
  /** Shown once: `whsec_` and 32 random bytes in base64 (Standard Webhooks). */
  secret: z.string(),
});

export const UpdateWebhookInput = z.strictObject({
  webhook_id: opaqueId,
  label: name.optional(),
  url: url.optional(),
  kinds: kinds.optional(),
  active: z.boolean().optional(),
  /** A new secret, told once in the answer; the old one signs nothing from then on. */
  new_secret: z.literal(true).optional(),
});
export const WebhookChangedView = z.strictObject({
  webhook: WebhookView,
  secret: z.string().nullable(),
});
export const WebhookInput = z.strictObject({ webhook_id: opaqueId });

export const DeliveryView = z.strictObject({
  id: z.string(),
  kind: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  status: z.int().nullable(),
  problem: z.string().nullable(),
  created_at: time,
  attempted_at: time.nullable(),
  next_at: time.nullable(),
  /** The JSON that was, or will be, sent. */
  body: z.string(),
});
export type DeliveryView = z.infer<typeof DeliveryView>;
export const ListDeliveriesInput = z.strictObject({
  webhook_id: opaqueId,
  limit: pageLimit.optional(),
  cursor: cursor.optional(),
});
export const DeliveryListView = z.strictObject({
  webhook: WebhookView,
  deliveries: z.array(DeliveryView),
  cursor: z.string().nullable(),
});
export const TestedWebhookView = z.strictObject({ delivery: DeliveryView });
export const RedeliverInput = z.strictObject({ webhook_id: opaqueId, delivery_id: opaqueId });
