/** The one row that says what this installation is. */
import {
  type Database,
  isUniqueViolation,
  type Reader,
  type Transaction,
} from '@flowgate/database';
import { INSTALLATION_LOG } from '../events/append-events.ts';
import { openLog } from '../events/open-log.ts';

const THE_ROW = 1;

/** Null: nothing has ever started on this database. */
export async function findKeyFingerprint(reader: Reader): Promise<string | null> {
  const row = await reader.installation.findUnique({ where: { id: THE_ROW } });
  return row?.keyFingerprint ?? null;
}

/** Makes the row and the installation's log, unless another process has. */
export async function foundInstallation(
  database: Database,
  keyFingerprint: string,
  now: Date,
): Promise<void> {
  try {
    await database.inTransaction(async (transaction) => {
      await transaction.installation.create({
        data: { id: THE_ROW, keyFingerprint, createdAt: now },
      });
      await openLog(transaction, INSTALLATION_LOG);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
}

/** After a rotation: the new active keys are from now on the ones to hold. */
export async function moveKeyFingerprint(
  database: Database,
  from: string,
  to: string,
): Promise<void> {
  await database.inTransaction((transaction) =>
    transaction.installation.updateMany({
      where: { id: THE_ROW, keyFingerprint: from },
      data: { keyFingerprint: to },
    }),
  );
}

/** What may happen once per installation takes this lock first: the first admin, seeding. */
export async function lockInstallation(transaction: Transaction): Promise<void> {
  // Writes what is there already: on every database the update holds the row until the transaction ends.
  await transaction.installation.updateMany({ where: { id: THE_ROW }, data: { id: THE_ROW } });
}
