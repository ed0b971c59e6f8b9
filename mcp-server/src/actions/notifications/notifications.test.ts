import { afterAll, beforeAll, expect, test } from 'vitest';
import { callBy, type House, openHouse } from '../../../../tests/support/house.ts';
import { addPerson, addProject, callerNamed, problemOf } from '../../../../tests/support/people.ts';
import { authenticateAgent } from '../../identity/agent-tokens.ts';
import { perform } from '../action.ts';
import { requestRevision } from '../documents/request-revision.ts';
import { submitDocument } from '../documents/submit-document.ts';
import { seedShipped } from '../projects/seed-shipped.ts';
import { setMember } from '../projects/set-member.ts';
import { issueToken } from '../tokens/issue-token.ts';
import { openGroup } from '../workflow/open-group.ts';
import { countUnread } from './count-unread.ts';
import { listNotifications } from './list-notifications.ts';
import { markNotificationsRead } from './mark-notifications-read.ts';

let house: House;
let groupId: string;
let documentId: string;
beforeAll(async () => {
  house = await openHouse();
  await seedShipped(house);
  await addProject(house, 'shop');
  await addPerson(house, 'second', { roles: { shop: 'maintainer' } });
  await addPerson(house, 'grace', { roles: { shop: 'maintainer' } });
  const opened = await perform(openGroup, house, await as('grace'), {
    project: 'shop',
    title: 'Faster search',
    root: { type: 'R', body: '## Acceptance criteria\n\n1. It works.' },
    preset: 'simple',
  });
  groupId = opened.group.id;
  const { secret } = await issue();
  const agent = callBy(await authenticateAgent(house, secret));
  const body = '## Acceptance criteria\n\n1. It is fast.';
  const submitted = await perform(submitDocument, house, agent, { title: 'Index', body });
  documentId = submitted.document_id;
});
afterAll(() => house.close());

const as = async (username: string) => callBy(await callerNamed(house, username));
const issue = async () =>
  perform(issueToken, house, await as('grace'), {
    project: 'shop',
    group: groupId,
    kind: 'continuation',
  });
const list = async (username: string, input: object = {}) =>
  perform(listNotifications, house, await as(username), input);

test('a submission tells the owner, in a sentence, and nobody else', async () => {
  const { notifications, unread } = await list('grace');
  expect(unread).toBe(1);
  expect(notifications).toMatchObject([
    { kind: 'document.submitted', group_id: groupId, document_id: documentId, read: false },
  ]);
  expect(notifications[0]?.sentence).toContain(documentId);
  expect((await list('second')).notifications).toEqual([]);
});

test('only what is named is marked, and only what is mine', async () => {
  house.pass(1);
  await perform(requestRevision, house, await as('second'), {
    document_id: documentId,
    revision: 1,
    reason: 'Which index?',
  });
  const before = (await list('grace')).notifications;
  expect(before.length).toBe(2);
  const [newest, oldest] = before;
  const mark = async (username: string, input: object) =>
    perform(markNotificationsRead, house, await as(username), input);
  expect((await mark('second', { ids: [newest?.id] })).unread).toBe(0);
  expect((await mark('grace', { ids: [oldest?.id] })).unread).toBe(1);
  expect((await list('grace', { unread: 'true' })).notifications.map(({ id }) => id)).toEqual([
    newest?.id,
  ]);
  expect((await mark('grace', {})).unread).toBe(0);
  expect((await perform(countUnread, house, await as('grace'), {})).unread).toBe(0);
});

test('they come page by page, newest first', async () => {
  const first = await list('grace', { limit: 1 });
  const second = await list('grace', { limit: 1, cursor: first.cursor });
  expect(first.notifications[0]?.kind).toBe('document.revision_requested');
  expect(second.notifications[0]?.kind).toBe('document.submitted');
  expect(second.cursor).toBe(null);
  expect(await problemOf(list('grace', { cursor: 'bm9uc2Vuc2U' }))).toBe('cursor_invalid');
});

test('a handoff after a negative verdict names the reason and quotes it', async () => {
  const { handoff } = await issue();
  expect(handoff).toContain(`\`document_id\` "${documentId}"`);
  expect(handoff).toContain('> Which index?');
});

test('who has left a project no longer sees what happened in it', async () => {
  const setRole = { project: 'shop', username: 'grace', role: null };
  await perform(setMember, house, await as('second'), setRole);
  expect(await list('grace')).toEqual({ notifications: [], unread: 0, cursor: null });
});
