/** Messages to webhooks: each with the timer that sends it, until it is taken or given up. */
import type { Reader, Transaction } from '@flowgate/database';
import type { DeliveryState } from '../../gate/vocabulary.ts';

/** Sends a message; `subject` is the delivery's id. */
export const WEBHOOK_TIMER = 'webhook_delivery';

export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>[number];

export interface NewDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly kind: string;
  readonly body: string;
  readonly createdAt: Date;
}

export async function insertDeliveries(
  transaction: Transaction,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
  await transaction.webhookDelivery.createMany({
    data: deliveries.map((row) => ({
      ...row,
      state: 'pending' satisfies DeliveryState,
      attempts: 0,
      nextAt: row.createdAt,
    })),
  });
  await transaction.timer.createMany({
    data: deliveries.map(({ id, createdAt }) => timerOf(id, createdAt, createdAt)),
  });
}

export function findDelivery(reader: Reader, id: string) {
  return reader.webhookDelivery.findUnique({ where: { id }, include: { webhook: true } });
}

/** Newest first. */
export function listDeliveries(
  reader: Reader,
  webhookId: string,
  after: { readonly createdAt: Date; readonly id: string } | null,
  limit: number,
) {
  return reader.webhookDelivery.findMany({
    where: {
      webhookId,
      ...(after === null
        ? {}
        : {
            OR: [
              { createdAt: { lt: after.createdAt } },
              { createdAt: after.createdAt, id: { lt: after.id } },
            ],
          }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
}

/** One process makes the attempt: whoever counts it first. What came of the one before is forgotten. */
export async function claimAttempt(
  transaction: Transaction,
  { id, attempts }: { readonly id: string; readonly attempts: number },
  now: Date,
  nextAt: Date | null,
): Promise<boolean> {
  const { count } = await transaction.webhookDelivery.updateMany({
    where: { id, attempts, state: 'pending' },
    data: { attempts: { increment: 1 }, attemptedAt: now, nextAt, status: null, problem: null },
  });
  return count === 1;
}

export interface AttemptOutcome {
  readonly state: DeliveryState;
  readonly status: number | null;
  readonly problem: string | null;
}

/** What is over needs no timer. */
export async function recordOutcome(
  transaction: Transaction,
  id: string,
  outcome: AttemptOutcome,
): Promise<void> {
  const over = outcome.state !== 'pending';
  await transaction.webhookDelivery.updateMany({
    where: { id },
    data: { ...outcome, ...(over ? { nextAt: null } : {}) },
  });
  if (over) await transaction.timer.deleteMany({ where: { id: timerIdOf(id) } });
}

/** Everything from the beginning, now. */
export async function startAgain(
  transaction: Transaction,
  id: string,
  now: Date,
): Promise<boolean> {
  const { count } = await transaction.webhookDelivery.updateMany({
    where: { id },
    data: { state: 'pending', attempts: 0, status: null, problem: null, nextAt: now },
  });
  if (count === 0) return false;
  await transaction.timer.deleteMany({ where: { id: timerIdOf(id) } });
  await transaction.timer.createMany({ data: [timerOf(id, now, now)] });
  return true;
}

export async function purgeDeliveries(transaction: Transaction, before: Date): Promise<void> {
  await transaction.webhookDelivery.deleteMany({ where: { createdAt: { lt: before } } });
}

function timerIdOf(id: string): string {
  return `${WEBHOOK_TIMER}-${id}`;
}

function timerOf(id: string, dueAt: Date, createdAt: Date) {
  return { id: timerIdOf(id), dueAt, kind: WEBHOOK_TIMER, subject: id, createdAt };
}
