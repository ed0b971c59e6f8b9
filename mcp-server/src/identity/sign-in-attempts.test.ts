import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse } from '../../../tests/support/house.ts';
import { Problem } from '../problems.ts';
import { settleAttempt } from '../store/people/attempts.ts';
import type { Doorkeeping } from './doorkeeping.ts';
import { admitAttempt, attemptKeys } from './sign-in-attempts.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

/** 0: it was admitted; else the seconds to wait. */
async function attempt(account: string, address = '192.0.2.7', on: Doorkeeping = house) {
  try {
    await admitAttempt(on, attemptKeys(house.keys, account, address));
    return 0;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'too_many') throw error;
    return error.retryAfterSeconds;
  }
}

async function attempts(count: number, account: string, address?: string) {
  const waits = [];
  for (let made = 0; made < count; made += 1) waits.push(await attempt(account, address));
  return waits;
}

test('five attempts on an account from one address are free, then each waits twice as long, a quarter of an hour at most', async () => {
  expect(await attempts(5, 'grace')).toEqual([0, 0, 0, 0, 0]);
  const waits = [];
  for (let round = 0; round < 12; round += 1) {
    const wait = (await attempt('grace')) ?? 0;
    waits.push(wait);
    house.pass(wait - 1);
    expect(await attempt('grace')).toBe(1);
    house.pass(1);
    expect(await attempt('grace')).toBe(0);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
});

test('an account from many addresses waits a minute at most, and not at all from one it is known at', async () => {
  const waits = [];
  for (let address = 0; address < 20; address += 1)
    waits.push(await attempt('grace', `192.0.2.${address}`));
  expect(waits.every((wait) => wait === 0)).toBe(true);
  for (let round = 0; round < 10; round += 1) {
    const wait = (await attempt('grace', `198.51.100.${round}`)) ?? 0;
    expect(wait).toBeLessThanOrEqual(60);
    house.pass(wait);
    expect(await attempt('grace', `198.51.100.${round}`)).toBe(0);
  }
  expect(await attempt('grace', '203.0.113.1')).toBe(60);
  const known = attemptKeys(house.keys, 'grace', '203.0.113.1', { isKnown: true });
  await admitAttempt(house, known);
});

test('codes, passwords and links are counted apart', async () => {
  await attempts(5, 'grace');
  expect(await attempt('grace')).toBe(1);
  await admitAttempt(house, attemptKeys(house.keys, 'grace', '192.0.2.7', { purpose: 'code' }));
  await admitAttempt(house, attemptKeys(house.keys, null, '192.0.2.7', { purpose: 'link' }));
});

test('an address waits after thirty attempts on whatever accounts', async () => {
  const waits = [];
  for (let account = 0; account < 31; account += 1) waits.push(await attempt(`person${account}`));
  expect(waits.filter((wait) => wait !== 0)).toEqual([1]);
  expect(await attempt('person40', '192.0.2.8')).toBe(0);
});

test('a refused attempt is not counted, so hammering does not lengthen the wait', async () => {
  await attempts(5, 'grace');
  expect(await attempts(20, 'grace')).toEqual(Array.from({ length: 20 }, () => 1));
  house.pass(1);
  expect(await attempt('grace')).toBe(0);
});

test('attempts made at once, by two processes, are all counted', async () => {
  const second = await house.secondProcess();
  const waits = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      attempt('grace', '192.0.2.7', index % 2 === 0 ? house : second),
    ),
  );
  expect(waits.filter((wait) => wait === 0).length).toBe(5);
});

test('a success forgives the account and gives the address its attempt back', async () => {
  await attempts(5, 'grace');
  const keys = attemptKeys(house.keys, 'grace', '192.0.2.7');
  await house.database.inTransaction((tx) =>
    settleAttempt(tx, keys.pair, [keys.account, keys.address], house.clock.now()),
  );
  expect(await attempt('grace')).toBe(0);
  const left = await house.database.reader.attemptCounter.findMany({ select: { count: true } });
  expect(left.map(({ count }) => count).sort()).toEqual([1, 5, 5]);
});

test('an hour without an attempt forgets', async () => {
  await attempts(5, 'grace');
  house.pass(3_601);
  expect(await attempts(5, 'grace')).toEqual([0, 0, 0, 0, 0]);
});

test('neither names nor addresses can be read from the counters', async () => {
  await attempt('hunter2hunter2');
  const counters = JSON.stringify(await house.database.reader.attemptCounter.findMany());
  expect(counters).not.toContain('hunter2');
  expect(counters).not.toContain('192.0.2.7');
});
