/** So many calls a minute per key, in this process: a brake against loops and guessing, not an account's quota. */
import { problems } from '../problems.ts';

/** Keys beyond this are forgotten, oldest first: a flood of addresses must not fill the memory. */
const KEYS_MAX = 20_000;

export interface RateLimit {
  /** Counts one call. Throws `too_many` with the seconds until the next is free. */
  take(key: string): Promise<void>;
}

/** A bucket that holds a minute's calls and refills evenly. */
export function rateLimit(callsPerMinute: number, now: () => number): RateLimit {
  const perMillisecond = callsPerMinute / 60_000;
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    async take(key) {
      const at = now();
      const bucket = buckets.get(key) ?? { left: callsPerMinute, at };
      const left = Math.min(callsPerMinute, bucket.left + (at - bucket.at) * perMillisecond);
      buckets.delete(key);
      const mayCall = left >= 1;
      buckets.set(key, { left: mayCall ? left - 1 : left, at });
      if (buckets.size > KEYS_MAX) buckets.delete(buckets.keys().next().value ?? key);
      if (!mayCall) throw problems.tooMany(Math.ceil((1 - left) / perMillisecond / 1_000));
    },
  };
}
