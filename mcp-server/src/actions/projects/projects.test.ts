import { afterAll, beforeAll, expect, test } from 'vitest';
import { callBy, type House, openHouse, SYSTEM } from '../../../../tests/support/house.ts';
import {
  addPerson,
  addProject,
  callerNamed,
  faultsOf,
  problemOf,
} from '../../../../tests/support/people.ts';
import type { PersonCaller } from '../../identity/caller.ts';
import { perform } from '../action.ts';
import { createProject } from './create-project.ts';
import { listMembers } from './list-members.ts';
import { listProjects } from './list-projects.ts';
import { readProject } from './read-project.ts';
import { seedShipped } from './seed-shipped.ts';
import { setMember } from './set-member.ts';
import { updateProject } from './update-project.ts';

let house: House;
let admin: PersonCaller;
beforeAll(async () => {
  house = await openHouse();
  await seedShipped(house);
  admin = await addPerson(house, 'admin', { isAdmin: true });
  await addProject(house, 'shop');
  await addPerson(house, 'grace', { roles: { shop: 'maintainer' } });
  await addPerson(house, 'viewer', { roles: { shop: 'viewer' } });
  await addPerson(house, 'outsider');
});
afterAll(() => house.close());

const as = async (username: string) => callBy(await callerNamed(house, username));
const member = async (by: string, username: string, role: string | null) =>
  perform(setMember, house, await as(by), { project: 'shop', username, role });
const eventsOf = (projectId: string) =>
  house.database.reader.event.findMany({ where: { projectId }, orderBy: { position: 'asc' } });

test('who creates a project is its maintainer, and it has a first module and a log', async () => {
  const input = { slug: 'mill', title: 'The mill', language: 'ko', four_eyes: true };
  const { project } = await perform(createProject, house, callBy(admin), input);
  expect(project).toMatchObject({ ...input, role: 'maintainer', unattended: true });
  expect((await callerNamed(house, 'admin')).roles.get('mill')).toBe('maintainer');
  const module = await house.database.reader.module.findUnique({ where: { id: 'mill.default' } });
  expect(module?.groupCount).toBe(0);
  expect((await eventsOf('mill')).map(({ kind }) => kind)).toEqual(['project.created']);
});

test.each(['shop', 'installation'])('the slug %s is taken', async (slug) => {
  const creation = perform(createProject, house, callBy(admin), { slug, title: 'Again' });
  expect(await faultsOf(creation)).toEqual(['slug taken']);
});

test('only admins create projects', async () => {
  const creation = perform(createProject, house, await as('grace'), { slug: 'x', title: 'X' });
  expect(await problemOf(creation)).toBe('not_permitted');
});

test('people list their own projects, admins all, and a foreign one looks missing', async () => {
  const slugs = async (username: string) =>
    (await perform(listProjects, house, await as(username), {})).projects.map(({ slug }) => slug);
  expect(await slugs('viewer')).toEqual(['shop']);
  expect(await slugs('outsider')).toEqual([]);
  expect(await slugs('admin')).toContain('shop');
  for (const project of ['shop', 'nothing']) {
    const reading = perform(readProject, house, await as('outsider'), { project });
    expect(await problemOf(reading)).toBe('not_found');
  }
  const missing = perform(readProject, house, callBy(admin), { project: 'nothing' });
  expect(await problemOf(missing)).toBe('not_found');
});

test('a maintainer changes what is named; naming what is so already leaves no event', async () => {
  const call = await as('grace');
  const change = { project: 'shop', title: 'Shop', instructions: 'Small steps.', archived: false };
  const { project } = await perform(updateProject, house, call, change);
  expect(project).toMatchObject({ title: 'Shop', instructions: 'Small steps.', archived: false });
  const before = await eventsOf('shop');
  await perform(updateProject, house, call, change);
  const after = await eventsOf('shop');
  expect(after.length).toBe(before.length);
  expect(after.at(-1)?.kind).toBe('project.changed');
  expect(after.at(-1)?.details).not.toContain('Small steps');
  const refused = perform(updateProject, house, await as('viewer'), change);
  expect(await problemOf(refused)).toBe('not_permitted');
});

test('standing instructions are kept for single types too, each changed by its own name', async () => {
  const call = await as('grace');
  const set = async (type_instructions: object) =>
    (await perform(updateProject, house, call, { project: 'shop', type_instructions })).project
      .type_instructions;
  expect(await set({ TR: 'Name the commit.', T: 'One screen.' })).toEqual({
    T: 'One screen.',
    TR: 'Name the commit.',
  });
  expect(await set({ T: '' })).toEqual({ TR: 'Name the commit.' });
  expect(await faultsOf(set({ NOPE: 'x' }))).toEqual(['type_instructions.NOPE type_unknown']);
  const before = await eventsOf('shop');
  await set({ TR: 'Name the commit.' });
  expect((await eventsOf('shop')).length).toBe(before.length);
  expect(before.at(-1)?.details).not.toContain('commit');
});

test('an archived project takes nothing but to be brought back', async () => {
  const call = await as('grace');
  const change = (input: object) =>
    perform(updateProject, house, call, { project: 'shop', ...input });
  await change({ archived: true });
  expect(await problemOf(change({ title: 'Other' }))).toBe('project_archived');
  expect((await change({ archived: false })).project.archived).toBe(false);
});

test('changes made at once all arrive', async () => {
  const second = await house.secondProcess();
  await Promise.all([
    perform(updateProject, house, await as('grace'), { project: 'shop', four_eyes: true }),
    perform(updateProject, second, await as('grace'), { project: 'shop', language: 'ja' }),
  ]);
  const { project } = await perform(readProject, house, await as('viewer'), { project: 'shop' });
  expect(project).toMatchObject({ four_eyes: true, language: 'ja' });
});

test('a maintainer takes people in, moves them and lets them go', async () => {
  const roleOf = async (username: string) =>
    (await perform(listMembers, house, await as('grace'), { project: 'shop' })).members.find(
      (each) => each.username === username,
    )?.role;
  await member('grace', 'outsider', 'author');
  expect(await roleOf('outsider')).toBe('author');
  await member('grace', 'OUTSIDER@example.org', 'reviewer');
  expect(await roleOf('outsider')).toBe('reviewer');
  await member('grace', 'outsider', null);
  expect(await roleOf('outsider')).toBe(undefined);
  expect(await faultsOf(member('grace', 'nobody', 'author'))).toEqual(['username person_unknown']);
  expect(await problemOf(member('viewer', 'outsider', 'viewer'))).toBe('not_permitted');
});

test('the last maintainer stays, even against themselves and the admin', async () => {
  expect(await problemOf(member('grace', 'grace', 'viewer'))).toBe('last_maintainer');
  expect(await problemOf(member('admin', 'grace', null))).toBe('last_maintainer');
  await member('grace', 'viewer', 'maintainer');
  await member('viewer', 'grace', 'reviewer');
  expect(await problemOf(member('viewer', 'viewer', null))).toBe('last_maintainer');
  await member('viewer', 'grace', 'maintainer');
  await member('grace', 'viewer', 'viewer');
});

test('of two maintainers who leave at once one stays', async () => {
  const second = await house.secondProcess();
  await member('grace', 'viewer', 'maintainer');
  const leave = async (on: typeof second, username: string) =>
    perform(setMember, on, callBy(SYSTEM), { project: 'shop', username, role: null });
  const outcomes = await Promise.all([
    problemOf(leave(house, 'grace')),
    problemOf(leave(second, 'viewer')),
  ]);
  expect(outcomes.filter((code) => code === 'last_maintainer').length).toBe(1);
  const { members } = await perform(listMembers, house, callBy(admin), { project: 'shop' });
  expect(members.filter(({ role }) => role === 'maintainer').length).toBe(1);
});
