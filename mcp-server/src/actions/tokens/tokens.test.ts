import { afterAll, beforeAll, expect, test } from 'vitest';
import { callBy, type House, openHouse } from '../../../../tests/support/house.ts';
import {
  addPerson,
  addProject,
  callerNamed,
  faultsOf,
  problemOf,
} from '../../../../tests/support/people.ts';
import { authenticateAgent } from '../../identity/agent-tokens.ts';
import { perform } from '../action.ts';
import { seedShipped } from '../projects/seed-shipped.ts';
import { continueWork } from '../workflow/continue-work.ts';
import { discardGroup } from '../workflow/discard-group.ts';
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

test('a step token is bound to the head for three days, with what an author needs', async () => {
  const { group } = await newGroup();
  const { token, secret } = await issue({ group: group.id, kind: 'step', agent: 'ada' });
  expect(token).toMatchObject({
    kind: 'step',
    group: group.id,
    step_number: 2,
    target_number: null,
    scopes: ['read', 'submit', 'dry_run', 'clarify', 'converse', 'continue'],
    agent: 'ada',
    label: 'ada',
    mode: 'supervised',
    state: 'live',
    issuer: 'grace',
    last_used_at: null,
  });
  expect(secondsToLive(token)).toBe(72 * HOUR);
  const agent = await authenticateAgent(house, secret);
  expect([agent.token.id, agent.token.groupId]).toEqual([token.id, group.id]);
});

test('a continuation token goes on to the last step before the final approval', async () => {
  const { group, sequence } = await newGroup('investigate');
  const { token } = await issue({ group: group.id, kind: 'continuation' });
  expect([token.target_number, token.step_number]).toEqual([sequence.steps.length - 1, null]);
  expect(secondsToLive(token)).toBe(14 * DAY);
  const third = sequence.steps[2]?.id;
  const near = await issue({ group: group.id, kind: 'continuation', target_step: third });
  expect(near.token.target_number).toBe(3);
});

test('worker and CI tokens need no group', async () => {
  const worker = await issue({ kind: 'worker', types: ['T', 'TR'], agent: 'ada' });
  const ci = await issue({ kind: 'ci', expires_in_seconds: HOUR });
  expect(worker.token).toMatchObject({ group: null, types: ['T', 'TR'] });
  expect(secondsToLive(worker.token)).toBe(90 * DAY);
  expect(ci.token.scopes).toEqual(['observe']);
  expect(secondsToLive(ci.token)).toBe(HOUR);
});

test.each([
  [{ kind: 'step' }, ['group missing']],
  [{ kind: 'continuation', types: ['NO'] }, ['group missing', 'types[0] type_unknown']],
  [{ kind: 'worker', group: 'shop.default.0001' }, ['group combination']],
  [{ kind: 'step', group: 'bank.default.0001' }, ['group combination']],
  [
    { kind: 'worker', step: 'x', target_step: 'y' },
    ['step combination', 'target_step combination'],
  ],
  [{ kind: 'ci', mode: 'unattended' }, ['mode combination']],
  [{ kind: 'worker', scopes: ['read', 'observe'] }, ['scopes combination']],
  [{ kind: 'ci', scopes: ['observe', 'read'] }, ['scopes combination']],
  [{ kind: 'worker', scopes: ['read', 'review', 'submit'] }, ['scopes combination']],
  [{ kind: 'worker', scopes: ['answer', 'plan'] }, ['scopes combination']],
  [{ kind: 'worker', expires_in_seconds: 1 }, ['expires_in_seconds out_of_range']],
])('%o is refused with every fault', async (input, faults) => {
  expect(await faultsOf(issue(input))).toEqual(faults);
});

test('a step must be of this group, still ahead, and no final approval', async () => {
  const { group, sequence } = await newGroup();
  const foreign = await newGroup();
  const step = (id: string | undefined) => issue({ group: group.id, kind: 'step', step: id });
  expect(await faultsOf(step(foreign.sequence.steps[1]?.id))).toEqual(['step step_unknown']);
  expect(await faultsOf(step(sequence.steps.at(-1)?.id))).toEqual(['step step_unknown']);
  expect(await faultsOf(step(sequence.steps[0]?.id))).toEqual(['step out_of_range']);
  expect((await step(sequence.steps[2]?.id)).token.step_number).toBe(3);
});

test('while the steps are undecided only a continuation can be handed over', async () => {
  const { group } = await newGroup(null);
  expect(await problemOf(issue({ group: group.id, kind: 'step' }))).toBe('sequence_undecided');
  const { token, handoff } = await issue({ group: group.id, kind: 'continuation' });
  expect(token.target_number).toBe(null);
  expect(handoff).toContain('not decided yet');
});

test('nobody grants more than they hold: an admin who is no member grants no judging', async () => {
  const judging = { kind: 'worker', scopes: ['read', 'review'] };
  expect(await problemOf(issue(judging, 'admin'))).toBe('not_permitted');
  expect((await issue(judging)).token.scopes).toEqual(['read', 'review']);
  expect((await issue({ kind: 'worker' }, 'admin')).token.issuer).toBe('admin');
});

test('only maintainers issue, and only in their own project', async () => {
  expect(await problemOf(issue({ kind: 'worker' }, 'reviewer'))).toBe('not_permitted');
  expect(await problemOf(issue({ kind: 'worker' }, 'banker'))).toBe('not_found');
  const { secret } = await issue({ kind: 'worker' });
  const bearer = callBy(await authenticateAgent(house, secret));
  const byBearer = perform(issueToken, house, bearer, { project: 'shop', kind: 'worker' });
  expect(await problemOf(byBearer)).toBe('not_permitted');
});

test('a closed group takes no token', async () => {
  const { group } = await newGroup();
  await perform(discardGroup, house, await as('grace'), { group_id: group.id, reason: 'No.' });
  expect(await problemOf(issue({ group: group.id, kind: 'step' }))).toBe('group_closed');
});

test('the secret stands in the lines to paste, and not in the handoff', async () => {
  const { group, root } = await newGroup();
  const { secret, handoff, setup } = await issue({ group: group.id, kind: 'continuation' });
  for (const line of Object.values(setup)) expect(line).toContain(`Bearer ${secret}`);
  expect(setup.claude_code).toBe(
    `claude mcp add --transport http flowgate https://gate.example.org/mcp --header "Authorization: Bearer ${secret}"`,
  );
  expect(JSON.parse(setup.cursor).mcpServers.flowgate.url).toBe('https://gate.example.org/mcp');
  expect(JSON.parse(setup.vscode).servers.flowgate.type).toBe('http');
  expect(handoff).not.toContain(secret);
  for (const part of [group.id, root.id, '> Faster search', 'https://gate.example.org/mcp']) {
    expect(handoff).toContain(part);
  }
});

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

test('members list the tokens of their projects page by page; others find none', async () => {
  const list = async (username: string, input: object = {}) =>
    perform(listTokens, house, await as(username), input);
  const all = (await list('reviewer', { project: 'shop' })).tokens;
  expect(all.length).toBeGreaterThan(6);
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list('reviewer', {
      limit: 4,
      ...(cursor === null ? {} : { cursor }),
    });
    ids.push(...page.tokens.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor !== null);
  expect(ids).toEqual(all.map(({ id }) => id));
  expect((await list('banker')).tokens).toEqual([]);
  expect(await problemOf(list('banker', { project: 'shop' }))).toBe('not_found');
  expect(JSON.stringify(all)).not.toMatch(/fg_|hash|pepper/);
  const { secret } = await issue({ kind: 'worker' });
  const bearer = callBy(await authenticateAgent(house, secret));
  expect(await problemOf(perform(listTokens, house, bearer, {}))).toBe('not_permitted');
});
