import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { Problem } from '../problems.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';
import { openSharedBuckets, type SharedBuckets } from './shared-limit.ts';

const REDIS_URL = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const redisAnswers = await new Promise<boolean>((resolve) => {
  const { hostname, port } = new URL(REDIS_URL);
  const socket = connect(Number(port), hostname, () => resolve(true));
  socket.once('error', () => resolve(false)).once('connect', () => socket.destroy());
});

const open: SharedBuckets[] = [];
afterEach(async () => {
  for (const buckets of open.splice(0)) await buckets.close();
});

/** As a second process would have them. */
function asProcess(url = REDIS_URL): (perMinute: number, name: string) => RateLimit {
  const buckets = openSharedBuckets(url, () => undefined);
  open.push(buckets);
  return (perMinute, name) =>
    buckets.limit(
      name,
      perMinute,
      rateLimit(perMinute, () => 0),
    );
}

async function taken(limit: RateLimit, times: number): Promise<number> {
  let passed = 0;
  for (let time = 0; time < times; time += 1) {
    try {
      await limit.take('ada');
      passed += 1;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      expect(error.retryAfterSeconds).toBeGreaterThan(0);
    }
  }
  return passed;
}

describe.skipIf(!redisAnswers)('with Redis', () => {
  test('two processes share one bucket', async () => {
    const name = randomBytes(6).toString('hex');
    const [one, other] = [asProcess()(6, name), asProcess()(6, name)];
    // Until both are connected each counts for itself: ask for what only Redis can know.
    await expect
      .poll(async () => {
        const fresh = randomBytes(6).toString('hex');
        const [left, right] = [open[0]?.limit(fresh, 1, NEVER), open[1]?.limit(fresh, 1, NEVER)];
        return (await taken(left ?? NEVER, 1)) + (await taken(right ?? NEVER, 1));
      })
      .toBe(1);
    expect((await taken(one, 4)) + (await taken(other, 4))).toBe(6);
  });
});

/** Stands in for a process's own bucket where it must not be asked: it lets nothing through. */
const NEVER: RateLimit = {
  take: async () => {
    throw new Problem('too_many', { retryAfterSeconds: 1 });
  },
};

test('without an answer each process counts for itself', async () => {
  const limit = asProcess('redis://127.0.0.1:1')(3, 'away');
  expect(await taken(limit, 5)).toBe(3);
});
