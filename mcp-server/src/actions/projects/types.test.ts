import { afterAll, beforeAll, expect, test } from 'vitest';
import { callBy, type House, openHouse, STRANGER } from '../../../../tests/support/house.ts';
import { addPerson, addProject, callerNamed, problemOf } from '../../../../tests/support/people.ts';
import { authenticateAgent } from '../../identity/agent-tokens.ts';
import { perform } from '../action.ts';
import { issueToken } from '../tokens/issue-token.ts';
import { listPresets } from './list-presets.ts';
import { listTypes } from './list-types.ts';
import { readType } from './read-type.ts';
import { seedShipped } from './seed-shipped.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await addProject(house, 'shop');
  await addPerson(house, 'grace', { roles: { shop: 'maintainer' } });
  await addPerson(house, 'outsider');
});
afterAll(() => house.close());

const as = async (username: string) => callBy(await callerNamed(house, username));

test('what is shipped is seeded once', async () => {
  expect(await seedShipped(house)).toBeGreaterThan(20);
  expect(await seedShipped(house)).toBe(0);
});

test('a member reads every type in their language', async () => {
  const { types } = await perform(listTypes, house, await as('grace'), { project: 'shop' });
  expect(types.map(({ code }) => code)).toEqual(expect.arrayContaining(['R', 'T', 'TR', 'AC']));
  const korean = { ...(await as('grace')), say: house.sentencesIn('ko') };
  const { type } = await perform(readType, house, korean, { code: 'T' });
  const english = types.find(({ code }) => code === 'T');
  expect(type.name).not.toBe(english?.name);
  expect(type.report_type).toBe('TR');
});

test('reports, and only they, need claims', async () => {
  const { types } = await perform(listTypes, house, await as('grace'), {});
  const claiming = types.filter(({ claims_required: required }) => required);
  expect(claiming.map(({ code }) => code).sort()).toEqual(['NR', 'TR', 'TSR']);
});

test('presets name their root apart from the steps after it', async () => {
  const { presets } = await perform(listPresets, house, await as('grace'), {});
  const simple = presets.find(({ code }) => code === 'simple');
  expect([simple?.root, simple?.steps]).toEqual(['R', ['T', 'TR', 'AC']]);
});

test('an agent reads the types of its own project', async () => {
  const { secret } = await perform(issueToken, house, await as('grace'), {
    project: 'shop',
    kind: 'worker',
  });
  const agent = callBy(await authenticateAgent(house, secret));
  expect((await perform(readType, house, agent, { code: 'TR' })).type.code).toBe('TR');
  expect(await problemOf(perform(listTypes, house, agent, { project: 'bank' }))).toBe('not_found');
  expect(await problemOf(perform(readType, house, agent, { code: 'NONE' }))).toBe('not_found');
});

test('who works nowhere has no types to read', async () => {
  const outsider = await as('outsider');
  expect(await problemOf(perform(listTypes, house, outsider, {}))).toBe('not_found');
  expect(await problemOf(perform(listTypes, house, outsider, { project: 'shop' }))).toBe(
    'not_found',
  );
  expect(await problemOf(perform(listTypes, house, callBy(STRANGER), {}))).toBe('not_signed_in');
});
