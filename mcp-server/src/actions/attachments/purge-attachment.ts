/** A day has passed and no document names it: its bytes go. */
import type { Call, Dependencies } from '../../dependencies.ts';
import {
  expiryOf,
  findAttachment,
  purgeAttachment as purgeRow,
} from '../../store/attachments/attachments.ts';

export async function purgeAttachment(
  { database, clock }: Dependencies,
  _call: Call,
  id: string,
): Promise<Date | null> {
  const row = await findAttachment(database.reader, id);
  if (row === null || row.namedAt !== null) return null;
  if (expiryOf(row) > clock.now()) return expiryOf(row);
  await database.inTransaction((transaction) => purgeRow(transaction, id));
  return null;
}
