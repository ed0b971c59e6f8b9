/**
 * Sends one message to its address. The attempt is counted before it is made, so that of two processes one makes it; it
 * is made beside the other timers, which wait for nobody's server.
 */
import type { Call, Dependencies } from '../../dependencies.ts';
import { WEBHOOK_CALLS_MAX, WEBHOOK_RETRY_SECONDS } from '../../gate/limits.ts';
import { OutsideProblem } from '../../outgoing/call-outside.ts';
import {
  type AttemptOutcome,
  claimAttempt,
  findDelivery,
  recordOutcome,
} from '../../store/webhooks/deliveries.ts';
import { signedHeaders, unsealWebhookSecret } from '../webhooks/webhook-secret.ts';

type Delivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

/** The next look while an attempt is under way or its process has died: longer than any call may take. */
const UNDER_WAY_SECONDS = 60;
const underWay = new Set<string>();

/** Returns when to look at it again, or null when it is over. */
export async function deliverWebhook(
  dependencies: Dependencies,
  _call: Call,
  id: string,
): Promise<Date | null> {
  const { database, clock } = dependencies;
  const now = clock.now();
  const soon = new Date(now.getTime() + UNDER_WAY_SECONDS * 1000);
  if (underWay.size >= WEBHOOK_CALLS_MAX || underWay.has(id)) return soon;
  const delivery = await findDelivery(database.reader, id);
  if (delivery === null || delivery.state !== 'pending') return null;
  if (delivery.webhook.removedAt !== null) return null;
  // Switched off meanwhile: it waits for the next attempt, and with it for being switched on again.
  if (!delivery.webhook.active) return soon;
  const nextAt = nextAttempt(delivery.attempts, now);
  const claimed = await database.inTransaction((transaction) =>
    claimAttempt(transaction, delivery, now, nextAt),
  );
  if (claimed) {
    underWay.add(id);
    void attempt(dependencies, delivery, nextAt !== null).catch((error) =>
      dependencies.log.error({ err: error }, 'a message to a webhook could not be recorded'),
    );
  }
  return nextAt ?? soon;
}

/** Null: this attempt is the last. */
function nextAttempt(attempts: number, now: Date): Date | null {
  const seconds = WEBHOOK_RETRY_SECONDS[attempts];
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
}

async function attempt(
  dependencies: Dependencies,
  delivery: Delivery,
  mayRetry: boolean,
): Promise<void> {
  const outcome = await send(dependencies, delivery).finally(() => underWay.delete(delivery.id));
  const state = outcome.taken ? 'delivered' : mayRetry ? 'pending' : 'failed';
  const { status, problem } = outcome;
  await dependencies.database.inTransaction((transaction) =>
    recordOutcome(transaction, delivery.id, { state, status, problem }),
  );
}

interface Sent extends Pick<AttemptOutcome, 'status' | 'problem'> {
  readonly taken: boolean;
}

async function send({ keys, callOutside, clock }: Dependencies, delivery: Delivery): Promise<Sent> {
  const { id, body, webhook } = delivery;
  const secret = unsealWebhookSecret(keys, webhook.secret, webhook.id);
  if (secret === null) return { taken: false, status: null, problem: 'secret_unreadable' };
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'FlowGate',
    ...signedHeaders(secret, { id, body, at: clock.now() }),
  };
  try {
    const { status } = await callOutside({ url: webhook.url, method: 'POST', headers, body });
    return { taken: isTaken(status), status, problem: null };
  } catch (error) {
    if (!(error instanceof OutsideProblem)) throw error;
    return { taken: false, status: null, problem: error.code };
  }
}

/** Any of the 2xx: what a receiver thinks of a message beyond that is its own. */
function isTaken(status: number): boolean {
  return Math.floor(status / 100) === 2;
}
