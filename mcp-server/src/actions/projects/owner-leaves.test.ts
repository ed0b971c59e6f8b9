import { afterEach, beforeEach, expect, test } from 'vitest';
import { callBy, type House, openHouse } from '../../../../tests/support/house.ts';
import { addPerson, addProject, callerNamed } from '../../../../tests/support/people.ts';
import { authenticateAgent } from '../../identity/agent-tokens.ts';
import { perform } from '../action.ts';
import { submitDocument } from '../documents/submit-document.ts';
import { issueToken } from '../tokens/issue-token.ts';
import { openGroup } from '../workflow/open-group.ts';
import { seedShipped } from './seed-shipped.ts';
import { setMember } from './set-member.ts';
import { updateProject } from './update-project.ts';

let house: House;
let groupId: string;
beforeEach(async () => {
  house = await openHouse();
  await seedShipped(house);
  await addProject(house, 'shop');
  await addPerson(house, 'chief', { roles: { shop: 'maintainer' } });
  await addPerson(house, 'grace', { roles: { shop: 'maintainer' } });
  const opened = await perform(openGroup, house, await as('grace'), {
    project: 'shop',
    title: 'Faster search',
    root: { type: 'R', body: '## Acceptance criteria\n\n1. It works.' },
    preset: 'simple',
  });
  groupId = opened.group.id;
});
afterEach(() => house.close());

const as = async (username: string) => callBy(await callerNamed(house, username));
const member = async (username: string, role: string | null) =>
  perform(setMember, house, await as('chief'), { project: 'shop', username, role });

/** Who is asked for what: people by name. */
async function asked(): Promise<string[]> {
  const rows = await house.database.reader.attention.findMany({ where: { groupId } });
  const people = await house.database.reader.person.findMany();
  return rows.map(({ targetId, reason }) => {
    const person = people.find(({ id }) => id === targetId);
    return `${person?.username ?? targetId} ${reason}`;
  });
}

async function submit(): Promise<void> {
  const { secret } = await perform(issueToken, house, await as('grace'), {
    project: 'shop',
    group: groupId,
    kind: 'step',
  });
  const agent = callBy(await authenticateAgent(house, secret));
  const body = '## Acceptance criteria\n\n1. It is fast.';
  await perform(submitDocument, house, agent, { title: 'Index', body });
}

test('the groups of somebody who leaves pass to the maintainer who lets them go', async () => {
  expect(await asked()).toEqual(['grace issue_a_token']);
  await member('grace', null);
  expect(await asked()).toEqual(['chief issue_a_token']);
  const group = await house.database.reader.group.findUnique({ where: { id: groupId } });
  expect(group?.ownerId).toBe((await callerNamed(house, 'chief')).id);
});

test('an owner who may no longer judge is no longer asked to; the reviewers are', async () => {
  await submit();
  expect(await asked()).toEqual(['grace asked_to_judge']);
  await member('grace', 'author');
  expect(await asked()).toEqual(['reviewer asked_to_judge']);
  await member('grace', 'reviewer');
  expect(await asked()).toEqual(['grace asked_to_judge']);
});

test('asking for four eyes asks others than who issued the token, at once', async () => {
  await submit();
  const fourEyes = async (four_eyes: boolean) =>
    perform(updateProject, house, await as('chief'), { project: 'shop', four_eyes });
  await fourEyes(true);
  expect(await asked()).toEqual(['reviewer asked_to_judge']);
  await fourEyes(false);
  expect(await asked()).toEqual(['grace asked_to_judge']);
});
