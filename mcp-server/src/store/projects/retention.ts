/** The timer that looks whether texts of a project have been kept long enough. */
import type { Transaction } from '@flowgate/database';

export const RETENTION_TIMER = 'retention';

/** Looks at once when the days were set anew; the run itself sets its next time, or ends when there are none. */
export async function beginRetention(
  transaction: Transaction,
  projectId: string,
  now: Date,
): Promise<void> {
  const id = `${RETENTION_TIMER}:${projectId}`;
  await transaction.timer.deleteMany({ where: { id } });
  await transaction.timer.createMany({
    data: [{ id, dueAt: now, kind: RETENTION_TIMER, subject: projectId, createdAt: now }],
  });
}
