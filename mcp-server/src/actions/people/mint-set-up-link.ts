/** On a database without an admin: a link that makes the first one. Printed by the process, sent nowhere. */
import type { Dependencies } from '../../dependencies.ts';
import { SETUP_LINK_SECONDS } from '../../gate/limits.ts';
import { mintOneTimeSecret } from '../../identity/one-time-secrets.ts';
import { insertLink } from '../../store/people/one-time-links.ts';
import { hasAdmin } from '../../store/people/people.ts';

export interface SetUpLink {
  /** The `link` that `set_up` takes. */
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Null: there is an admin already. Each start mints its own; the first one used ends them all. */
export async function mintSetUpLink({
  database,
  clock,
  newId,
}: Pick<Dependencies, 'database' | 'clock' | 'newId'>): Promise<SetUpLink | null> {
  if (await hasAdmin(database.reader)) return null;
  const { secret, secretHash } = mintOneTimeSecret();
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + SETUP_LINK_SECONDS * 1000);
  await database.inTransaction((transaction) =>
    insertLink(transaction, { id: newId(), purpose: 'set_up', secretHash, createdAt, expiresAt }),
  );
  return { secret, expiresAt };
}
