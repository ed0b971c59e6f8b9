/** At every start: this database is an installation, and this process holds its keys. */
import { isUniqueViolation } from '@flowgate/database';
import type { Dependencies } from '../../dependencies.ts';
import {
  findKeyFingerprint,
  foundInstallation,
  moveKeyFingerprint,
} from '../../store/installation/installation.ts';
import { ensurePurgeTimer } from '../../store/people/purge.ts';

/** Throws a sentence that says what to do when the keys are others than the database's. */
export async function ensureInstallation({
  database,
  keys,
  clock,
}: Pick<Dependencies, 'database' | 'keys' | 'clock'>): Promise<void> {
  if ((await findKeyFingerprint(database.reader)) === null) {
    await foundInstallation(database, keys.fingerprint, clock.now());
  }
  // Read again: of two processes that start at once, one has written.
  const fingerprint = await findKeyFingerprint(database.reader);
  if (fingerprint === null || !keys.holds(fingerprint)) {
    throw new Error(
      'The keys of this process are not those of its database: its tokens, sessions and second factors would all fail. ' +
        'Give every process the same FLOWGATE_TOKEN_PEPPERS, FLOWGATE_SESSION_KEYS and FLOWGATE_SECRET_KEYS, or the data folder the ' +
        'database was made with. A new key is added behind the old one everywhere before it becomes the first.',
    );
  }
  if (fingerprint !== keys.fingerprint) {
    await moveKeyFingerprint(database, fingerprint, keys.fingerprint);
  }
  try {
    await ensurePurgeTimer(database, clock.now());
  } catch (error) {
    // Another process that started at once has made it.
    if (!isUniqueViolation(error)) throw error;
  }
}
