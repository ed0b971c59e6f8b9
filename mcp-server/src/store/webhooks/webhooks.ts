/** Addresses that are told what happens in a project, and how far each has been told. */
import type { Reader, Transaction } from '@flowgate/database';

export type WebhookRow = NonNullable<Awaited<ReturnType<typeof findWebhook>>>;

const LAST = { deliveries: { orderBy: { createdAt: 'desc' }, take: 1 } } as const;

export function findWebhook(reader: Reader, id: string) {
  return reader.webhook.findUnique({ where: { id }, include: LAST });
}

export function listWebhooks(reader: Reader, projectId: string) {
  return reader.webhook.findMany({
    where: { projectId, removedAt: null },
    orderBy: { createdAt: 'asc' },
    include: LAST,
  });
}

/** The few that are called at all; one small statement where there are none. */
export function listActiveWebhooks(reader: Reader) {
  return reader.webhook.findMany({
    where: { active: true },
    select: { id: true, projectId: true, kinds: true, position: true },
  });
}

export interface NewWebhook {
  readonly id: string;
  readonly projectId: string;
  readonly label: string;
  readonly url: string;
  readonly kinds: string;
  readonly secret: string;
  readonly createdById: string;
  readonly createdAt: Date;
}

/** Told of what happens from now on. */
export async function insertWebhook(
  transaction: Transaction,
  webhook: NewWebhook,
  position: number,
): Promise<void> {
  await transaction.webhook.createMany({ data: [{ ...webhook, active: true, position }] });
}

export function countWebhooks(transaction: Transaction, projectId: string): Promise<number> {
  return transaction.webhook.count({ where: { projectId, removedAt: null } });
}

export type WebhookChange = Partial<
  Pick<WebhookRow, 'label' | 'url' | 'kinds' | 'active' | 'secret' | 'position'>
>;

export async function changeWebhook(
  transaction: Transaction,
  id: string,
  change: WebhookChange,
): Promise<boolean> {
  const { count } = await transaction.webhook.updateMany({
    where: { id, removedAt: null },
    data: change,
  });
  return count === 1;
}

/** Nothing is sent any more, and nothing could be: the secret is gone. False: it was removed before. */
export async function removeWebhook(
  transaction: Transaction,
  id: string,
  removedAt: Date,
): Promise<boolean> {
  const { count } = await transaction.webhook.updateMany({
    where: { id, removedAt: null },
    data: { removedAt, active: false, secret: '' },
  });
  return count === 1;
}

/** Of two processes that saw the same position, one moves it. */
export async function moveWebhook(
  transaction: Transaction,
  id: string,
  seen: number,
  position: number,
): Promise<boolean> {
  const { count } = await transaction.webhook.updateMany({
    where: { id, position: seen, active: true },
    data: { position },
  });
  return count === 1;
}
