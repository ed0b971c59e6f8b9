import { expect, test } from 'vitest';
import { Problem } from '../problems.ts';
import { rateLimit } from './rate-limit.ts';

function scene(callsPerMinute: number) {
  let now = 0;
  const limit = rateLimit(callsPerMinute, () => now);
  return {
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    /** The seconds to wait; 0: the call went through. */
    take: async (key = 'ada') => {
      try {
        await limit.take(key);
        return 0;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return error.retryAfterSeconds;
      }
    },
  };
}

test('a minute admits as many calls as it says, at once if need be', async () => {
  const { take } = scene(3);
  expect([await take(), await take(), await take(), await take()]).toEqual([0, 0, 0, 20]);
});

test('calls come back evenly', async () => {
  const { take, pass } = scene(3);
  for (let times = 0; times < 3; times += 1) await take();
  pass(20_000);
  expect([await take(), await take()]).toEqual([0, 20]);
});

test('whoever keeps knocking is not put off for longer', async () => {
  const { take, pass } = scene(60);
  for (let times = 0; times < 60; times += 1) await take();
  for (let times = 0; times < 100; times += 1) await take();
  pass(1_000);
  expect(await take()).toBe(0);
});

test('one caller does not slow another', async () => {
  const { take } = scene(1);
  expect([await take('ada'), await take('ada'), await take('bob')]).toEqual([0, 60, 0]);
});
