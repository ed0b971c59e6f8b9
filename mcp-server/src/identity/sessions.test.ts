import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../../../tests/support/house.ts';
import { addPerson, addProject } from '../../../tests/support/people.ts';
import { ACCESS_SECONDS, SESSION_SECONDS, SESSION_SECONDS_MAX } from '../gate/limits.ts';
import { endSession, insertSession } from '../store/people/sessions.ts';
import type { PersonCaller } from './caller.ts';
import { keyRingOf } from './key-ring.ts';
import {
  authenticatePerson,
  mintSession,
  personOfSession,
  readRefreshToken,
  refreshing,
  rotated,
  type SessionState,
  sessionCookies,
} from './sessions.ts';

let house: House;
let grace: PersonCaller;
const statements: string[] = [];
beforeAll(async () => {
  house = await openHouse({ onStatement: (sql) => statements.push(sql) });
  await addProject(house, 'shop');
  grace = await addPerson(house, 'grace', { roles: { shop: 'reviewer' } });
});
afterAll(() => house.close());

async function begin(personId = grace.id, userAgent = 'test') {
  const now = house.clock.now();
  const minted = mintSession({ id: house.newId(), personId, userAgent, address: '::1', now });
  await house.database.inTransaction((transaction) => insertSession(transaction, minted.row));
  return { ...minted, ...sessionCookies(house.keys, minted.row, minted.secret, now) };
}

const change = (work: Parameters<typeof house.database.inTransaction>[0]) =>
  house.database.inTransaction(work);

test('a session is its person, with the roles of now', async () => {
  const { access, row } = await begin();
  expect(await authenticatePerson(house, access)).toEqual({ ...grace, sessionId: row.id });
  await change((tx) =>
    tx.membership.updateMany({ where: { personId: grace.id }, data: { role: 'viewer' } }),
  );
  expect((await authenticatePerson(house, access))?.roles.get('shop')).toBe('viewer');
});

test('nothing that opens anything is in the database', async () => {
  const { access, refresh, secret, row } = await begin();
  const stored = JSON.stringify(
    await house.database.reader.session.findUnique({ where: { id: row.id } }),
  );
  const { opener } = house.keys.claims.read('access', access, house.clock.now()) ?? {};
  for (const text of [access, refresh, secret, String(opener)]) expect(stored).not.toContain(text);
});

test.each([undefined, '', 'x', 'a'.repeat(43), 'a.b.c', 'a'.repeat(10_000)])(
  'the cookie %s is nobody',
  async (cookie) => {
    expect(await authenticatePerson(house, cookie)).toBe(null);
  },
);

test('an access token opens for its minutes, and a refresh token opens nothing', async () => {
  const { access, refresh, row } = await begin();
  expect(await authenticatePerson(house, refresh)).toBe(null);
  house.pass(ACCESS_SECONDS - 1);
  expect((await authenticatePerson(house, access))?.sessionId).toBe(row.id);
  house.pass(1);
  expect(await authenticatePerson(house, access)).toBe(null);
  // The session itself goes on: a stream that it opened stays.
  expect((await personOfSession(house, row.id))?.id).toBe(grace.id);
});

test('who has the keys but not the secret can forge neither token', async () => {
  const { row, secret } = await begin();
  const now = house.clock.now();
  const forged = sessionCookies(house.keys, row, 'guessed', now);
  expect(await authenticatePerson(house, forged.access)).toBe(null);
  const { opener } = house.keys.claims.read('access', forged.access, now) ?? {};
  expect(await personOfSession(house, row.id, String(opener))).toBe(null);
  expect(readRefreshToken(house.keys, forged.refresh, now)?.secret).not.toBe(secret);
});

test('a token of another installation is nobody here', async () => {
  const { row, secret } = await begin();
  const key = { id: 'k1', key: Buffer.alloc(32, 99) };
  const others = keyRingOf({ tokenPeppers: [key], sessionKeys: [key], secretKeys: [key] });
  const { access } = sessionCookies(others, row, secret, house.clock.now());
  expect(await authenticatePerson(house, access)).toBe(null);
});

test('a session that was ended is over at once', async () => {
  const { access, row } = await begin();
  expect(await authenticatePerson(house, access)).not.toBe(null);
  await change((tx) => endSession(tx, row.id, house.clock.now()));
  expect(await authenticatePerson(house, access)).toBe(null);
  expect(await personOfSession(house, row.id)).toBe(null);
});

test('a deactivated person has no session', async () => {
  const gone = await addPerson(house, 'gone');
  const { access } = await begin(gone.id);
  await change((tx) =>
    tx.person.update({ where: { id: gone.id }, data: { deactivatedAt: house.clock.now() } }),
  );
  expect(await authenticatePerson(house, access)).toBe(null);
});

test('a hostile user agent is stored without control characters and cut', async () => {
  const { row } = await begin(grace.id, `curl\u0000\n${'x'.repeat(5_000)}\ud800`);
  expect(row.userAgent).toBe(`curl${'x'.repeat(496)}`);
});

test('letting a person in costs two statements', async () => {
  const { access } = await begin();
  await authenticatePerson(house, access);
  await change((tx) => tx.session.count());
  statements.length = 0;
  await authenticatePerson(house, access);
  expect(statements.length).toBe(2);
});

test('a session ends by itself when it is not refreshed', async () => {
  const { row } = await begin();
  house.pass(SESSION_SECONDS - 1);
  expect(await personOfSession(house, row.id)).not.toBe(null);
  house.pass(1);
  expect(await personOfSession(house, row.id)).toBe(null);
});

const AT = new Date('2026-11-22T09:00:00.000Z');
const after = (seconds: number) => new Date(AT.getTime() + seconds * 1000);
const STATE: SessionState = {
  id: 's1',
  generation: 3,
  rotatedAt: AT,
  expiresAt: after(SESSION_SECONDS),
};

test.each([
  [3, 0, 'rotate'],
  [3, SESSION_SECONDS - 1, 'rotate'],
  [2, 0, 'repeat'],
  [2, 59, 'repeat'],
  [2, 60, 'reused'],
  [1, 0, 'reused'],
  [4, 0, 'reused'],
] as const)(
  'generation %i shown %i seconds after the third began: %s',
  (shown, seconds, answer) => {
    expect(refreshing(STATE, shown, after(seconds))).toBe(answer);
  },
);

test('the same generation gives the same refresh token, the next another', () => {
  const tokenOf = (state: SessionState, seconds: number) =>
    sessionCookies(house.keys, state, 'secret', after(seconds)).refresh;
  expect(tokenOf(STATE, 30)).toBe(tokenOf(STATE, 1));
  expect(tokenOf(rotated({ ...STATE, createdAt: AT }, after(40)), 40)).not.toBe(tokenOf(STATE, 40));
});

test('however often it is refreshed, a session ends some day', () => {
  const late = after(SESSION_SECONDS_MAX - 3600);
  expect(rotated({ ...STATE, createdAt: AT }, late).expiresAt).toEqual(after(SESSION_SECONDS_MAX));
});
