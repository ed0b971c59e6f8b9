/** Once an hour: sessions, links and counters that ended a while ago go. */
import type { Call, Dependencies } from '../../dependencies.ts';
import { SESSION_KEPT_SECONDS, SESSION_PURGE_SECONDS } from '../../gate/limits.ts';
import { purge } from '../../store/people/purge.ts';

export async function purgeSessions({ database, clock }: Dependencies, _call: Call): Promise<Date> {
  const now = clock.now();
  const before = new Date(now.getTime() - SESSION_KEPT_SECONDS * 1000);
  await database.inTransaction((transaction) => purge(transaction, before));
  return new Date(now.getTime() + SESSION_PURGE_SECONDS * 1000);
}
