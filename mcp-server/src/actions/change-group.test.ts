import { afterAll, beforeAll, expect, test } from 'vitest';
import { callBy, type House, openHouse } from '../../../tests/support/house.ts';
import { addPerson, addProject, callerNamed, problemOf } from '../../../tests/support/people.ts';
import { problems } from '../problems.ts';
import { perform } from './action.ts';
import { changeGroup } from './change-group.ts';
import { seedShipped } from './projects/seed-shipped.ts';
import { openGroup } from './workflow/open-group.ts';

let house: House;
let groupId: string;
beforeAll(async () => {
  house = await openHouse();
  await seedShipped(house);
  await addProject(house, 'shop');
  await addPerson(house, 'grace', { roles: { shop: 'maintainer' } });
  const opened = await perform(openGroup, house, await grace(), {
    project: 'shop',
    title: 'Faster search',
    root: { type: 'R', body: '## Acceptance criteria\n\n1. It works.' },
    preset: 'simple',
  });
  groupId = opened.group.id;
});
afterAll(() => house.close());

const grace = async () => callBy(await callerNamed(house, 'grace'));
const spent = () => problems.refused({ code: 'token_spent', params: {} });
const nothing = { changes: [], events: [] };

/** Somebody else changes the group. */
const move = async () =>
  changeGroup(house, await grace(), groupId, {}, () => ({ ...nothing, answer: () => null }));

test('a refusal judged on a group that moved meanwhile is judged again', async () => {
  const versions: number[] = [];
  const answer = await changeGroup(house, await grace(), groupId, {}, async ({ record }) => {
    versions.push(record.version);
    if (versions.length > 1) return { settled: 'as it is now' };
    await move();
    throw spent();
  });
  expect(answer).toBe('as it is now');
  expect(versions[1]).toBe((versions[0] ?? 0) + 1);
});

test('a refusal judged on a group that stands still is the answer', async () => {
  let asked = 0;
  const refusal = changeGroup(house, await grace(), groupId, {}, () => {
    asked += 1;
    throw spent();
  });
  expect(await problemOf(refusal)).toBe('token_spent');
  expect(asked).toBe(1);
});

test('a group that moves at every look is given up after five', async () => {
  let asked = 0;
  const refusal = changeGroup(house, await grace(), groupId, {}, async () => {
    asked += 1;
    await move();
    throw spent();
  });
  expect(await problemOf(refusal)).toBe('changed_meanwhile');
  expect(asked).toBe(5);
});
