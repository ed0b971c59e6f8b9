import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../../../tests/support/house.ts';
import { addPerson, addProject } from '../../../tests/support/people.ts';
import { SESSION_SECONDS } from '../gate/limits.ts';
import { endSession, insertSession } from '../store/people/sessions.ts';
import type { PersonCaller } from './caller.ts';
import { authenticatePerson, mintSession } from './sessions.ts';

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
  return minted;
}

const change = (work: Parameters<typeof house.database.inTransaction>[0]) =>
  house.database.inTransaction(work);

test('a session is its person, with the roles of now', async () => {
  const { secret, row } = await begin();
  expect(await authenticatePerson(house, secret)).toEqual({ ...grace, sessionId: row.id });
  await change((tx) =>
    tx.membership.updateMany({ where: { personId: grace.id }, data: { role: 'viewer' } }),
  );
  expect((await authenticatePerson(house, secret))?.roles.get('shop')).toBe('viewer');
});

test('the secret is nowhere in the database', async () => {
  const { secret, row } = await begin();
  const stored = await house.database.reader.session.findUnique({ where: { id: row.id } });
  expect(JSON.stringify(stored)).not.toContain(secret);
});

test.each([undefined, '', 'x', 'a'.repeat(43), 'a'.repeat(10_000)])(
  'the cookie %s is nobody',
  async (cookie) => {
    expect(await authenticatePerson(house, cookie)).toBe(null);
  },
);

test('a session that was ended is over at once', async () => {
  const { secret, row } = await begin();
  expect(await authenticatePerson(house, secret)).not.toBe(null);
  await change((tx) => endSession(tx, row.id, house.clock.now()));
  expect(await authenticatePerson(house, secret)).toBe(null);
});

test('a deactivated person has no session', async () => {
  const gone = await addPerson(house, 'gone');
  const { secret } = await begin(gone.id);
  await change((tx) =>
    tx.person.update({ where: { id: gone.id }, data: { deactivatedAt: house.clock.now() } }),
  );
  expect(await authenticatePerson(house, secret)).toBe(null);
});

test('a hostile user agent is stored without control characters and cut', async () => {
  const { row } = await begin(grace.id, `curl\u0000\n${'x'.repeat(5_000)}\ud800`);
  expect(row.userAgent).toBe(`curl${'x'.repeat(496)}`);
});

test('letting a person in costs three statements', async () => {
  const { secret } = await begin();
  await authenticatePerson(house, secret);
  await change((tx) => tx.session.count());
  statements.length = 0;
  await authenticatePerson(house, secret);
  expect(statements.length).toBe(3);
});

test('a session ends by itself, used or not', async () => {
  const { secret } = await begin();
  house.pass(SESSION_SECONDS - 1);
  expect(await authenticatePerson(house, secret)).not.toBe(null);
  house.pass(1);
  expect(await authenticatePerson(house, secret)).toBe(null);
});
