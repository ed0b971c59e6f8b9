import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  callBy,
  type House,
  openHouse,
  STRANGER,
  SYSTEM,
} from '../../../../tests/support/house.ts';
import {
  addPerson,
  addProject,
  callerNamed,
  faultsOf,
  problemOf,
  signedInAs,
} from '../../../../tests/support/people.ts';
import type { PersonCaller } from '../../identity/caller.ts';
import { authenticatePerson } from '../../identity/sessions.ts';
import { perform } from '../action.ts';
import { createPerson } from './create-person.ts';
import { listPeople } from './list-people.ts';
import { readMe } from './read-me.ts';
import { updateMe } from './update-me.ts';

let house: House;
let admin: PersonCaller;
let grace: PersonCaller;
beforeAll(async () => {
  house = await openHouse();
  await addProject(house, 'shop');
  await addProject(house, 'bank');
  admin = await addPerson(house, 'admin', { isAdmin: true });
  await addPerson(house, 'grace', { roles: { shop: 'reviewer' } });
  const { cookies } = await signedInAs(house, 'grace');
  const signedIn = await authenticatePerson(house, cookies.access);
  if (signedIn === null) throw new Error('no session');
  grace = signedIn;
});
afterAll(() => house.close());

const ADA = { username: 'ada', email: 'ada@example.org', password: 'violet harbour 20' };

test('I see my projects with what I may do there, and no others', async () => {
  const { user, projects, permissions } = await perform(readMe, house, callBy(grace), {});
  expect(user.username).toBe('grace');
  expect(permissions).toEqual(['public', 'account.secure', 'self.read', 'self.change']);
  expect(projects.map(({ slug, role }) => [slug, role])).toEqual([['shop', 'reviewer']]);
  expect(projects[0]?.permissions).toContain('verdict.give');
  expect(projects[0]?.permissions).not.toContain('token.issue');
});

test('I change my name, language, theme and time zone, and only those', async () => {
  const change = {
    display_name: 'Grace H.',
    language: 'ko',
    theme: 'dark',
    time_zone: 'Asia/Seoul',
  };
  const { user } = await perform(updateMe, house, callBy(grace), change);
  expect(user).toMatchObject({ ...change, username: 'grace', is_admin: false });
  const { user: again } = await perform(updateMe, house, callBy(grace), { theme: 'light' });
  expect(again).toMatchObject({ ...change, theme: 'light' });
  expect(
    await faultsOf(perform(updateMe, house, callBy(grace), { time_zone: 'Moon/Base' })),
  ).toEqual(['time_zone malformed']);
  expect(await faultsOf(perform(updateMe, house, callBy(grace), { is_admin: true }))).toEqual([
    'is_admin unknown_key',
  ]);
});

test('an admin makes an account with a place in a project', async () => {
  const input = { ...ADA, project: 'shop', role: 'author' };
  const { user } = await perform(createPerson, house, callBy(admin), input);
  expect([user.username, user.is_admin]).toEqual(['ada', false]);
  expect((await callerNamed(house, 'ada')).roles.get('shop')).toBe('author');
  const kinds = async (projectId: string) =>
    (await house.database.reader.event.findMany({ where: { projectId } })).map(({ kind }) => kind);
  expect(await kinds('installation')).toContain('person.created');
  expect(await kinds('shop')).toContain('member.changed');
});

test('every fault of a new account is told at once, and nothing is stored', async () => {
  const taken = { username: 'GRACE', email: 'Grace@Example.org', password: 'password12345' };
  const before = await house.database.reader.person.count();
  expect(await faultsOf(perform(createPerson, house, callBy(admin), taken))).toEqual([
    'username taken',
    'email taken',
    'password password_common',
  ]);
  const half = { ...ADA, username: 'eve', email: 'eve@example.org', role: 'author' };
  expect(await faultsOf(perform(createPerson, house, callBy(admin), half))).toEqual([
    'project missing',
  ]);
  expect(await house.database.reader.person.count()).toBe(before);
});

test('only admins see and make accounts; the command line may as well', async () => {
  expect(await problemOf(perform(listPeople, house, callBy(grace), {}))).toBe('not_permitted');
  expect(await problemOf(perform(listPeople, house, callBy(STRANGER), {}))).toBe('not_signed_in');
  expect(await problemOf(perform(createPerson, house, callBy(grace), ADA))).toBe('not_permitted');
  const { users } = await perform(listPeople, house, callBy(SYSTEM), {});
  expect(users.map(({ username }) => username)).toContain('grace');
});

test('of two accounts made at once with one name, one is told that it is taken', async () => {
  const twin = { username: 'twin', password: 'violet harbour 20' };
  const outcomes = await Promise.all(
    ['one@example.org', 'two@example.org'].map((email) =>
      faultsOf(perform(createPerson, house, callBy(admin), { ...twin, email })),
    ),
  );
  expect(outcomes.flat()).toEqual(['username taken']);
});
