import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callBy, type House, openHouse, SYSTEM } from '../../../../tests/support/house.ts';
import {
  addPerson,
  addProject,
  callerNamed,
  faultsOf,
  problemOf,
} from '../../../../tests/support/people.ts';
import { authenticateAgent } from '../../identity/agent-tokens.ts';
import { perform } from '../action.ts';
import { listNotifications } from '../notifications/list-notifications.ts';
import { seedShipped } from '../projects/seed-shipped.ts';
import { runDueTimers } from '../timers/run-due-timers.ts';
import { continueWork } from '../workflow/continue-work.ts';
import { openGroup } from '../workflow/open-group.ts';
import { extendToken } from './extend-token.ts';
import { issueToken } from './issue-token.ts';
import { listTokens } from './list-tokens.ts';
import { revokeToken } from './revoke-token.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await seedShipped(house);
  await addProject(house, 'shop');
  await addProject(house, 'bank');
  await addPerson(house, 'grace', { roles: { shop: 'maintainer' } });
  await addPerson(house, 'reviewer', { roles: { shop: 'reviewer' } });
  await addPerson(house, 'banker', { roles: { bank: 'maintainer' } });
  await addPerson(house, 'admin', { isAdmin: true });
});
afterAll(() => house.close());

const as = async (username: string) => callBy(await callerNamed(house, username));

/** A group whose root is approved and whose next step is a T, unless no preset is chosen. */
async function newGroup(preset: string | null = 'simple') {
  const body = '## Acceptance criteria\n\n1. It works.';
  return perform(openGroup, house, await as('grace'), {
    project: 'shop',
    title: 'Faster search',
    root: { type: 'R', body },
    ...(preset === null ? {} : { preset }),
  });
}

const issue = async (input: object, by = 'grace') =>
  perform(issueToken, house, await as(by), { project: 'shop', ...input });
const revoke = async (id: string, by = 'grace') =>
  perform(revokeToken, house, await as(by), { token_id: id });
const attentionOf = async (groupId: string) =>
  (await house.database.reader.attention.findMany({ where: { groupId } })).map(
    ({ targetKind, reason }) => `${targetKind} ${reason}`,
  );
const secondsToLive = ({ expires_at: at }: { expires_at: string }) =>
  (new Date(at).getTime() - house.clock.now().getTime()) / 1000;

test('a token issued takes the turn from the owner, a revoked one gives it back', async () => {
  const { group } = await newGroup();
  expect(await attentionOf(group.id)).toEqual(['person issue_a_token']);
  const { token, secret } = await issue({ group: group.id, kind: 'continuation' });
  expect(await attentionOf(group.id)).toEqual(['token step_open']);
  const agent = callBy(await authenticateAgent(house, secret));
  await perform(continueWork, house, agent, {});
  const { token: revoked } = await revoke(token.id);
  expect(revoked.state).toBe('revoked');
  expect(await problemOf(authenticateAgent(house, secret))).toBe('token_revoked');
  expect(await attentionOf(group.id)).toEqual(['person issue_a_token']);
  const [run] = await house.database.reader.run.findMany({ where: { tokenId: token.id } });
  expect([run?.state, run?.reason]).toEqual(['ended', 'token_revoked']);
  const events = await house.database.reader.event.findMany({
    where: { groupId: group.id },
    orderBy: { position: 'desc' },
  });
  expect(events.map(({ kind }) => kind).slice(0, 4)).toEqual([
    'run.stopped',
    'token.revoked',
    'run.started',
    'token.issued',
  ]);
});

test('revoking twice, even at once, is one event', async () => {
  const { group } = await newGroup();
  const { token } = await issue({ group: group.id, kind: 'step' });
  await Promise.all([revoke(token.id), revoke(token.id, 'admin')]);
  await revoke(token.id);
  const kinds = await house.database.reader.event.count({
    where: { groupId: group.id, kind: 'token.revoked' },
  });
  expect(kinds).toBe(1);
});

test("a worker's runs end with its token, in every group", async () => {
  const groups = [await newGroup(), await newGroup()];
  const { token, secret } = await issue({ kind: 'worker' });
  const agent = callBy(await authenticateAgent(house, secret));
  for (const { group } of groups) await perform(continueWork, house, agent, { group: group.id });
  await revoke(token.id);
  const runs = await house.database.reader.run.findMany({ where: { tokenId: token.id } });
  expect(runs.map(({ reason }) => reason)).toEqual(['token_revoked', 'token_revoked']);
});

test('a life is lengthened, never shortened, and nothing dead is revived', async () => {
  const { token } = await issue({ kind: 'worker', expires_in_seconds: HOUR });
  const extend = async (seconds: number) =>
    perform(extendToken, house, await as('grace'), {
      token_id: token.id,
      expires_in_seconds: seconds,
    });
  expect(secondsToLive((await extend(2 * HOUR)).token)).toBe(2 * HOUR);
  expect(await faultsOf(extend(HOUR))).toEqual(['expires_in_seconds out_of_range']);
  house.pass(2 * HOUR);
  expect(await problemOf(extend(DAY))).toBe('token_ended');
  const second = await issue({ kind: 'worker' });
  await revoke(second.token.id);
  const revived = perform(extendToken, house, await as('grace'), {
    token_id: second.token.id,
    expires_in_seconds: 100 * DAY,
  });
  expect(await problemOf(revived)).toBe('token_ended');
});

describe('a day before its end', () => {
  const toldOf = async (username: string) => {
    const { id } = await callerNamed(house, username);
    const rows = await house.database.reader.notification.findMany({
      where: { personId: id, kind: 'token.expiring' },
    });
    return rows.map(({ params }) => JSON.parse(params).label);
  };
  const tick = () => runDueTimers(house);

  test('the owner of the group and the issuer are told, once, whichever process looks', async () => {
    const { group } = await newGroup();
    await issue({ group: group.id, kind: 'step', label: 'by the admin' }, 'admin');
    house.pass(48 * HOUR - 1);
    await tick();
    expect(await toldOf('grace')).toEqual([]);
    house.pass(1);
    const second = await house.secondProcess();
    await Promise.all([tick(), runDueTimers(second)]);
    await tick();
    expect([await toldOf('grace'), await toldOf('admin')]).toEqual([
      ['by the admin'],
      ['by the admin'],
    ]);
    const { notifications } = await perform(listNotifications, house, await as('grace'), {});
    expect(notifications[0]?.sentence).toContain('“by the admin”');
    const events = { where: { groupId: group.id, kind: 'token.expiring' } };
    expect(await house.database.reader.event.count(events)).toBe(1);
  });

  test('an extended one is told of a day before its new end; a revoked one never is', async () => {
    const { token: extended } = await issue({
      kind: 'worker',
      expires_in_seconds: 2 * DAY,
      label: 'extended',
    });
    const { token: revoked } = await issue({
      kind: 'worker',
      expires_in_seconds: 2 * DAY,
      label: 'revoked',
    });
    await issue({ kind: 'worker', expires_in_seconds: HOUR, label: 'short' });
    const input = { token_id: extended.id, expires_in_seconds: 4 * DAY };
    await perform(extendToken, house, await as('grace'), input);
    await revoke(revoked.id);
    const before = await toldOf('grace');
    house.pass(2 * DAY);
    await tick();
    expect(await toldOf('grace')).toEqual(before);
    house.pass(DAY);
    await tick();
    expect(await toldOf('grace')).toEqual([...before, 'extended']);
  });
});

test('members list the tokens of their projects page by page; others find none', async () => {
  const list = async (username: string, input: object = {}) =>
    perform(listTokens, house, await as(username), input);
  const all = (await list('reviewer', { project: 'shop' })).tokens;
  expect(all.length).toBeGreaterThan(4);
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list('reviewer', {
      limit: 2,
      ...(cursor === null ? {} : { cursor }),
    });
    ids.push(...page.tokens.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor !== null);
  expect(ids).toEqual(all.map(({ id }) => id));
  expect((await perform(listTokens, house, callBy(SYSTEM), {})).tokens.length).toBe(all.length);
  expect((await list('banker')).tokens).toEqual([]);
  expect(await problemOf(list('banker', { project: 'shop' }))).toBe('not_found');
  expect(JSON.stringify(all)).not.toMatch(/fg_|hash|pepper/);
  const { secret } = await issue({ kind: 'worker' });
  const bearer = callBy(await authenticateAgent(house, secret));
  expect(await problemOf(perform(listTokens, house, bearer, {}))).toBe('not_permitted');
});
