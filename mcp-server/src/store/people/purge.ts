/** Takes away what is over and says nothing any more: sessions, one-time links, counters. */
import type { Database, Reader, Transaction } from '@flowgate/database';
import { SESSION_PURGE_SECONDS } from '../../gate/limits.ts';

/** One for the whole installation. */
export const PURGE_TIMER = 'purge_sessions';

/** Made at the first start, when nothing is old yet; whoever runs it sets its next time. */
export async function ensurePurgeTimer(database: Database, now: Date): Promise<void> {
  const dueAt = new Date(now.getTime() + SESSION_PURGE_SECONDS * 1000);
  if ((await countTimers(database.reader)) > 0) return;
  await database.inTransaction((transaction) =>
    transaction.timer.createMany({
      data: [{ id: PURGE_TIMER, dueAt, kind: PURGE_TIMER, subject: '*', createdAt: now }],
    }),
  );
}

function countTimers(reader: Reader): Promise<number> {
  return reader.timer.count({ where: { id: PURGE_TIMER } });
}

/** Whoever signs out or is signed out keeps the row this long: the list of sessions of an investigation. */
export async function purge(transaction: Transaction, before: Date): Promise<void> {
  await transaction.session.deleteMany({
    where: { OR: [{ expiresAt: { lt: before } }, { endedAt: { lt: before } }] },
  });
  await transaction.oneTimeLink.deleteMany({ where: { expiresAt: { lt: before } } });
  await transaction.attemptCounter.deleteMany({ where: { windowAt: { lt: before } } });
}
