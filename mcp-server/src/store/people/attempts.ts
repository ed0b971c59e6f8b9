/** Counted attempts, the same for every process: how often a key was tried, and when last. */
import { type Database, isUniqueViolation, type Transaction } from '@flowgate/database';

export interface CountedKey {
  readonly key: string;
  /** Milliseconds the next attempt must wait, given how many were made. */
  readonly waitAfter: (count: number) => number;
}

/** Counters untouched this long begin anew. */
const FORGET_MILLISECONDS = 3600 * 1000;
/** Only two processes that count a key's very first attempt at once collide. */
const COLLISIONS_MAX = 3;

/**
 * Counts one attempt under every key, before it is made, so that parallel ones can't all slip through.
 * Returns 0, or how many milliseconds are left to wait; then nothing was counted.
 */
export async function countAttempt(
  database: Database,
  keys: readonly CountedKey[],
  now: Date,
): Promise<number> {
  for (let collisions = 1; ; collisions += 1) {
    try {
      return await database.inTransaction((transaction) => countAll(transaction, keys, now));
    } catch (error) {
      if (error instanceof MustWait) return error.milliseconds;
      if (collisions === COLLISIONS_MAX || !isUniqueViolation(error)) throw error;
    }
  }
}

/** Thrown to roll the counting back. */
class MustWait extends Error {
  readonly milliseconds: number;
  constructor(milliseconds: number) {
    super('must wait');
    this.milliseconds = milliseconds;
  }
}

async function countAll(
  transaction: Transaction,
  keys: readonly CountedKey[],
  now: Date,
): Promise<0> {
  for (const { key, waitAfter } of keys) {
    await transaction.attemptCounter.deleteMany({
      where: { key, windowAt: { lt: new Date(now.getTime() - FORGET_MILLISECONDS) } },
    });
    // The row stays locked from here on, so `windowAt` is the time of the attempt just before this one.
    const counter = await transaction.attemptCounter.upsert({
      where: { key },
      create: { key, count: 1, windowAt: now },
      update: { count: { increment: 1 } },
    });
    const earlier = counter.count - 1;
    const left =
      earlier === 0 ? 0 : counter.windowAt.getTime() + waitAfter(earlier) - now.getTime();
    if (left > 0) throw new MustWait(left);
    await transaction.attemptCounter.updateMany({ where: { key }, data: { windowAt: now } });
  }
  return 0;
}

/** An attempt that succeeded: `forgiven` begins anew, each of `returned` gets its one back. Old counters go with it. */
export async function settleAttempt(
  transaction: Transaction,
  forgiven: string | null,
  returned: readonly (string | null)[],
  now: Date,
): Promise<void> {
  const forgotten = { windowAt: { lt: new Date(now.getTime() - FORGET_MILLISECONDS) } };
  await transaction.attemptCounter.deleteMany({
    where: forgiven === null ? forgotten : { OR: [{ key: forgiven }, forgotten] },
  });
  const keys = returned.filter((key) => key !== null);
  if (keys.length === 0) return;
  await transaction.attemptCounter.updateMany({
    where: { key: { in: keys }, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Whoever waits because of these counters waits no longer. How many there were. */
export async function forgetAttempts(
  transaction: Transaction,
  prefixes: readonly string[],
): Promise<number> {
  const { count } = await transaction.attemptCounter.deleteMany({
    where: { OR: prefixes.map((prefix) => ({ key: { startsWith: prefix } })) },
  });
  return count;
}
