/** How often one-time links may be tried from one address: counted in the database, for every process together. */
import { problems } from '../problems.ts';
import { countAttempt } from '../store/people/attempts.ts';
import type { Doorkeeping } from './doorkeeping.ts';

/** Whoever has a link needs one, and may mistype a password a few times. */
const FREE_ATTEMPTS = 10;
const WAIT_SECONDS_MAX = 15 * 60;

/** Counts the attempt, or throws too_many with the seconds to wait. `address` empty: inside the process, not counted. */
export async function admitLinkAttempt(
  { database, clock, keys }: Doorkeeping,
  kind: 'set-up' | 'reset',
  address: string,
): Promise<void> {
  if (address === '') return;
  const key = `${kind}:address:${keys.pseudonym(`address ${address}`)}`;
  const waitAfter = (count: number) =>
    count < FREE_ATTEMPTS ? 0 : Math.min(2 ** (count - FREE_ATTEMPTS), WAIT_SECONDS_MAX) * 1000;
  const milliseconds = await countAttempt(database, [{ key, waitAfter }], clock.now());
  if (milliseconds > 0) throw problems.tooMany(Math.ceil(milliseconds / 1000));
}
