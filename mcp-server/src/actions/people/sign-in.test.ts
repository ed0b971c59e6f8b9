import { afterEach, beforeEach, expect, test } from 'vitest';
import { callBy, type House, openHouse, STRANGER } from '../../../../tests/support/house.ts';
import { addPerson, PASSWORD, problemOf, signedInAs } from '../../../../tests/support/people.ts';
import type { Call } from '../../dependencies.ts';
import { authenticatePerson } from '../../identity/sessions.ts';
import { Problem } from '../../problems.ts';
import { perform } from '../action.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await addPerson(house, 'grace');
});
afterEach(() => house.close());

const tryIn = (username: string, password: string, more: Partial<Call> = {}) =>
  perform(signIn, house, callBy(STRANGER, more), { username, password });

test('a name or an address in any case and the password open a session', async () => {
  for (const name of ['grace', 'GRACE', 'Grace@Example.org']) {
    const { user, cookies } = await signedInAs(house, name);
    expect(user.username).toBe('grace');
    expect((await authenticatePerson(house, cookies.access))?.name).toBe('grace');
  }
});

test('every failure is the same answer', async () => {
  await addPerson(house, 'gone');
  await house.database.inTransaction((tx) =>
    tx.person.updateMany({
      where: { username: 'gone' },
      data: { deactivatedAt: house.clock.now() },
    }),
  );
  const answers = [];
  for (const [name, password] of [
    ['grace', 'violet harbour 18'],
    ['nobody', PASSWORD],
    ['gone', PASSWORD],
    ['nobody@example.org', PASSWORD],
  ] as const) {
    const problem = await tryIn(name, password).catch((error: unknown) => error as Problem);
    if (!(problem instanceof Problem)) throw new Error('it went through');
    answers.push(JSON.stringify([problem.code, problem.params, problem.faults]));
  }
  expect(new Set(answers)).toEqual(new Set(['["sign_in_failed",{},[]]']));
});

test('after five failures even the right password has to wait, and works then', async () => {
  for (let failure = 0; failure < 5; failure += 1) await problemOf(tryIn('grace', 'wrong wrong 1'));
  const sixth = await tryIn('grace', PASSWORD).catch((error) => error);
  expect([sixth.code, sixth.retryAfterSeconds]).toEqual(['too_many', 1]);
  house.pass(1);
  expect(await problemOf(tryIn('grace', PASSWORD))).toBe(null);
});

test('a guesser with many addresses slows strangers down, and never who is known at theirs', async () => {
  const athome = { address: '198.51.100.7' };
  await signedInAs(house, 'grace', athome);
  const guess = (address: number) =>
    problemOf(tryIn('grace', 'wrong wrong 1', { address: `203.0.113.${address}` }));
  const outcomes = [];
  for (let address = 0; address < 25; address += 1) outcomes.push(await guess(address));
  expect(outcomes.filter((code) => code === 'sign_in_failed')).toHaveLength(20);
  expect(outcomes.at(-1)).toBe('too_many');
  const stranger = { address: '203.0.113.200' };
  expect(await problemOf(tryIn('grace', PASSWORD, stranger))).toBe('too_many');
  expect(await problemOf(tryIn('grace', PASSWORD, athome))).toBe(null);
  // However long it goes on, somebody new waits a minute at most.
  for (let round = 0; round < 12; round += 1) {
    house.pass(60);
    await guess(100 + round);
  }
  house.pass(60);
  expect(await problemOf(tryIn('grace', PASSWORD, stranger))).toBe(null);
});

test('name and address of one account are counted together', async () => {
  for (let failure = 0; failure < 3; failure += 1) await problemOf(tryIn('grace', 'wrong wrong 1'));
  for (let failure = 0; failure < 2; failure += 1)
    await problemOf(tryIn('grace@example.org', 'wrong wrong 1'));
  expect(await problemOf(tryIn('Grace', PASSWORD))).toBe('too_many');
});

test('signing in and out is in the log; failures are not', async () => {
  await problemOf(tryIn('grace', 'wrong wrong 1'));
  const { cookies } = await signedInAs(house, 'grace');
  const grace = await authenticatePerson(house, cookies.access);
  if (grace === null) throw new Error('no session');
  await perform(signOut, house, callBy(grace), {});
  expect(await authenticatePerson(house, cookies.access)).toBe(null);
  const events = await house.database.reader.event.findMany({
    where: { projectId: 'installation' },
    orderBy: { position: 'asc' },
  });
  expect(events.map(({ kind, actorId }) => [kind, actorId])).toEqual([
    ['person.signed_in', grace.id],
    ['person.signed_out', grace.id],
  ]);
});
