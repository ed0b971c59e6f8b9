/** Whoever holds a link may do what it is for, once. Guessing one is counted by address. */
import type { Call, Dependencies } from '../../dependencies.ts';
import { hashOfOneTimeSecret } from '../../identity/one-time-secrets.ts';
import { admitAttempt, attemptKeys } from '../../identity/sign-in-attempts.ts';
import { problems } from '../../problems.ts';
import { settleAttempt } from '../../store/people/attempts.ts';
import {
  findUsableLink,
  type LinkPurpose,
  type LinkRow,
} from '../../store/people/one-time-links.ts';

/** Throws `link_invalid` for one that is unknown, used, too old, or for something else. */
export async function requireLink(
  dependencies: Dependencies,
  call: Call,
  secret: string,
  purpose?: LinkPurpose,
): Promise<LinkRow> {
  const { database, clock, keys } = dependencies;
  const attempt = attemptKeys(keys, null, call.address, { purpose: 'link' });
  await admitAttempt(dependencies, attempt);
  const now = clock.now();
  const link = await findUsableLink(database.reader, hashOfOneTimeSecret(secret.trim()), now);
  const isRight =
    link !== null && link.purpose !== 'set_up' && (purpose ?? link.purpose) === link.purpose;
  if (!isRight) throw problems.linkInvalid();
  await database.inTransaction((transaction) =>
    settleAttempt(transaction, null, [attempt.address], now),
  );
  return link;
}
