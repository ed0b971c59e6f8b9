/** When a token was last used: written now and then, never on a request's way. */
import type { Database } from '@flowgate/database';

/** Writes `lastUsedAt` unless somebody has after `before`. */
export async function touchToken(
  database: Database,
  id: string,
  now: Date,
  before: Date,
): Promise<void> {
  await database.inTransaction((transaction) =>
    transaction.token.updateMany({
      where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] },
      data: { lastUsedAt: now },
    }),
  );
}
