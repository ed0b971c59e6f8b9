/** Tells named people what concerns them, in the transaction of what happened. Role queues are computed, not written. */
import type { Transaction } from '@flowgate/database';
import type { EventKind } from '../../gate/event-kinds.ts';

export interface NewNotification {
  readonly personId: string;
  readonly kind: EventKind;
  readonly documentId: string | null;
  readonly runId?: string | null;
}

/** One statement, or none. Never about one's own act: `exceptId` hears nothing. */
export async function writeNotifications(
  transaction: Transaction,
  place: { readonly projectId: string; readonly groupId: string | null; readonly position: number },
  exceptId: string,
  fresh: readonly NewNotification[],
  params: Readonly<Record<string, string | number>>,
  { newId, now }: { readonly newId: () => string; readonly now: Date },
): Promise<void> {
  const seen = new Set<string>([exceptId]);
  const data = fresh
    .filter(({ personId }) => !seen.has(personId) && seen.add(personId))
    .map((row) => ({
      ...row,
      id: newId(),
      projectId: place.projectId,
      groupId: place.groupId,
      position: place.position,
      params: JSON.stringify(params),
      createdAt: now,
    }));
  if (data.length > 0) await transaction.notification.createMany({ data });
}
