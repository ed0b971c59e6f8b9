/** A webhook and its messages as maintainers see them. The secret is nowhere here. */
import type { DeliveryView, WebhookView } from '../../contracts/webhooks.ts';
import type { DeliveryState } from '../../gate/vocabulary.ts';
import type { DeliveryRow } from '../../store/webhooks/deliveries.ts';
import type { WebhookRow } from '../../store/webhooks/webhooks.ts';
import { wireTime, wireTimeOrNull } from '../times.ts';

/** As it is stored, where no kind is left out. */
export const ALL_KINDS = '*';

export function webhookView(row: WebhookRow): WebhookView {
  const [last] = row.deliveries;
  return {
    id: row.id,
    project: row.projectId,
    label: row.label,
    url: row.url,
    kinds: kindsOf(row.kinds),
    active: row.active,
    created_at: wireTime(row.createdAt),
    last: last
      ? {
          state: last.state as DeliveryState,
          status: last.status,
          problem: last.problem,
          at: wireTime(last.attemptedAt ?? last.createdAt),
        }
      : null,
  };
}

export function deliveryView(row: DeliveryRow): DeliveryView {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state as DeliveryState,
    attempts: row.attempts,
    status: row.status,
    problem: row.problem,
    created_at: wireTime(row.createdAt),
    attempted_at: wireTimeOrNull(row.attemptedAt),
    next_at: wireTimeOrNull(row.nextAt),
    body: row.body,
  };
}

/** Empty: every kind. */
export function kindsOf(stored: string): string[] {
  return stored === ALL_KINDS ? [] : stored.split(' ');
}

export function storedKinds(kinds: readonly string[] = []): string {
  return kinds.length === 0 ? ALL_KINDS : [...new Set(kinds)].join(' ');
}
