/** How often signing in may be tried, per account and per address: free at first, then slower and slower. */
import { problems } from '../problems.ts';
import { type CountedKey, countAttempt } from '../store/people/attempts.ts';
import type { Doorkeeping } from './doorkeeping.ts';
import type { KeyRing } from './key-ring.ts';

const ACCOUNT_FREE_ATTEMPTS = 5;
/** Short, so that nobody can lock somebody else out for long; at one a minute no password falls. */
const ACCOUNT_WAIT_SECONDS_MAX = 60;
/** A whole office may share one address. */
const ADDRESS_FREE_ATTEMPTS = 30;
const ADDRESS_WAIT_SECONDS_MAX = 15 * 60;

export interface AttemptKeys {
  readonly account: string;
  /** Null inside the process, where there is no address. */
  readonly address: string | null;
}

/** Pseudonyms: people type passwords into the field of the name, and addresses are nobody's business. */
export function attemptKeys(keys: KeyRing, account: string, address: string): AttemptKeys {
  return {
    account: `sign-in:account:${keys.pseudonym(`account ${account}`)}`,
    address: address === '' ? null : `sign-in:address:${keys.pseudonym(`address ${address}`)}`,
  };
}

/** Counts the attempt, or throws too_many with the seconds to wait. */
export async function admitAttempt(
  { database, clock }: Doorkeeping,
  { account, address }: AttemptKeys,
): Promise<void> {
  const counted: CountedKey[] = [
    { key: account, waitAfter: waits(ACCOUNT_FREE_ATTEMPTS, ACCOUNT_WAIT_SECONDS_MAX) },
  ];
  if (address !== null) {
    const waitAfter = waits(ADDRESS_FREE_ATTEMPTS, ADDRESS_WAIT_SECONDS_MAX);
    counted.push({ key: address, waitAfter });
  }
  // One order for every transaction, so that two never wait for each other.
  counted.sort((left, right) => (left.key < right.key ? -1 : 1));
  const milliseconds = await countAttempt(database, counted, clock.now());
  if (milliseconds > 0) throw problems.tooMany(Math.ceil(milliseconds / 1000));
}

/** Nothing for the free ones, then 1 s, 2 s, 4 s … up to the most. In milliseconds. */
function waits(free: number, secondsMax: number): (count: number) => number {
  return (count) => (count < free ? 0 : Math.min(2 ** (count - free), secondsMax) * 1000);
}
