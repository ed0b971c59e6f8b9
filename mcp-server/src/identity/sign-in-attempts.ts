/**
 * How often passwords, codes and links may be tried: free at first, then slower and slower. Three counters, in the
 * database: of an account from one address, which is where a guesser sits; of an account from all addresses that are
 * strange to it, for guessers with many; and of an address, whatever it tries. Who comes from an address the account is
 * known at is never held up by what others do to it elsewhere.
 */
import { problems } from '../problems.ts';
import { type CountedKey, countAttempt } from '../store/people/attempts.ts';
import type { Doorkeeping } from './doorkeeping.ts';
import type { KeyRing } from './key-ring.ts';

export type AttemptPurpose = 'sign-in' | 'code' | 'link';

interface Brake {
  readonly free: number;
  readonly waitSecondsMax: number;
}

const QUARTER_OF_AN_HOUR = 15 * 60;
/** A whole office may share one address. */
const ADDRESS: Brake = { free: 30, waitSecondsMax: QUARTER_OF_AN_HOUR };
const PAIR: Brake = { free: 5, waitSecondsMax: QUARTER_OF_AN_HOUR };
const ACCOUNT: Readonly<Record<AttemptPurpose, Brake>> = {
  // Short, so that nobody can lock somebody else out for long; at one a minute no password falls.
  'sign-in': { free: 20, waitSecondsMax: 60 },
  // A million codes, three of them right: this must be slower, and only who knows the password gets here.
  code: { free: 10, waitSecondsMax: QUARTER_OF_AN_HOUR },
  link: { free: 20, waitSecondsMax: 60 },
};

export interface AttemptKeys {
  readonly purpose: AttemptPurpose;
  /** From all strange addresses. Null: this one is known, or the attempt is on nobody's account. */
  readonly account: string | null;
  /** From this address. Null inside the process, where there is none. */
  readonly pair: string | null;
  readonly address: string | null;
}

/** Pseudonyms: people type passwords into the field of the name, and addresses are nobody's business. */
export function attemptKeys(
  keys: KeyRing,
  account: string | null,
  address: string,
  { purpose = 'sign-in', isKnown = false }: { purpose?: AttemptPurpose; isKnown?: boolean } = {},
): AttemptKeys {
  const from = address === '' ? null : keys.pseudonym(`address ${address}`);
  const whose = account === null ? null : keys.pseudonym(`account ${account}`);
  return {
    purpose,
    account: whose === null || (isKnown && from !== null) ? null : `${purpose}:account:${whose}`,
    pair: whose === null || from === null ? null : `${purpose}:pair:${whose}:${from}`,
    address: from === null ? null : `${purpose}:address:${from}`,
  };
}

/** The counters of an account begin with these, whatever the address. */
export function attemptsOnAccount(keys: KeyRing, account: string): string[] {
  const whose = keys.pseudonym(`account ${account}`);
  return (['sign-in', 'code'] as const).flatMap((purpose) => [
    `${purpose}:account:${whose}`,
    `${purpose}:pair:${whose}`,
  ]);
}

/** Counts the attempt, or throws too_many with the seconds to wait. */
export async function admitAttempt(
  { database, clock }: Pick<Doorkeeping, 'database' | 'clock'>,
  { purpose, account, pair, address }: AttemptKeys,
): Promise<void> {
  const counted: CountedKey[] = [
    ...(account === null ? [] : [{ key: account, waitAfter: waits(ACCOUNT[purpose]) }]),
    ...(pair === null ? [] : [{ key: pair, waitAfter: waits(PAIR) }]),
    ...(address === null ? [] : [{ key: address, waitAfter: waits(ADDRESS) }]),
  ];
  // One order for every transaction, so that two never wait for each other.
  counted.sort((left, right) => (left.key < right.key ? -1 : 1));
  const milliseconds = await countAttempt(database, counted, clock.now());
  if (milliseconds > 0) throw problems.tooMany(Math.ceil(milliseconds / 1000));
}

/** Nothing for the free ones, then 1 s, 2 s, 4 s … up to the most. In milliseconds. */
function waits({ free, waitSecondsMax }: Brake): (count: number) => number {
  return (count) => (count < free ? 0 : Math.min(2 ** (count - free), waitSecondsMax) * 1000);
}
