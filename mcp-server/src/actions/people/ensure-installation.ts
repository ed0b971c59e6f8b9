/** At every start: this database is an installation, and this process holds its keys. */
import type { Dependencies } from '../../dependencies.ts';
import {
  findKeyFingerprint,
  foundInstallation,
  moveKeyFingerprint,
} from '../../store/installation/installation.ts';

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
      'The keys of this process are not those of its database: its tokens and sessions would all fail. ' +
        'Give every process the same FLOWGATE_TOKEN_PEPPERS and FLOWGATE_SESSION_KEYS, or the data folder the ' +
        'database was made with. A new key is added behind the old one everywhere before it becomes the first.',
    );
  }
  if (fingerprint !== keys.fingerprint) {
    await moveKeyFingerprint(database, fingerprint, keys.fingerprint);
  }
}
