import { afterEach, beforeEach, expect, test } from 'vitest';
import { callBy, type House, openHouse, STRANGER } from '../../../../tests/support/house.ts';
import { addPerson, PASSWORD, problemOf } from '../../../../tests/support/people.ts';
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
    const { user, cookies } = await tryIn(name, PASSWORD);
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
  const sixth = await tryIn('grace', PASSWORD, { address: '192.0.2.8' }).catch((error) => error);
  expect([sixth.code, sixth.retryAfterSeconds]).toEqual(['too_many', 1]);
  house.pass(1);
  expect(await problemOf(tryIn('grace', PASSWORD))).toBe(null);
});

test('signing in and out is in the log; failures are not', async () => {
  await problemOf(tryIn('grace', 'wrong wrong 1'));
  const { cookies } = await tryIn('grace', PASSWORD);
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
