import { afterAll, beforeAll, expect, test } from 'vitest';
import { callBy, type House, openHouse } from '../../../../tests/support/house.ts';
import {
  addPerson,
  addProject,
  callerNamed,
  faultsOf,
  problemOf,
} from '../../../../tests/support/people.ts';
import { TOKENS_PER_ISSUER_MAX } from '../../gate/limits.ts';
import { authenticateAgent } from '../../identity/agent-tokens.ts';
import { perform } from '../action.ts';
import { seedShipped } from '../projects/seed-shipped.ts';
import { discardGroup } from '../workflow/discard-group.ts';
import { openGroup } from '../workflow/open-group.ts';
import { issueToken } from './issue-token.ts';

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

test('tokens that live at once are bounded per issuer, and dead ones make room', async () => {
  await addProject(house, 'crowded');
  const crowd = await addPerson(house, 'crowd', { roles: { crowded: 'maintainer' } });
  const { token } = await issue({ project: 'crowded', kind: 'worker' }, 'crowd');
  const row = await house.database.reader.token.findUniqueOrThrow({ where: { id: token.id } });
  const copies = Array.from({ length: TOKENS_PER_ISSUER_MAX - 1 }, (_, number) => ({
    ...row,
    id: String(number).padStart(20, '0'),
  }));
  await house.database.inTransaction((transaction) =>
    transaction.token.createMany({ data: copies }),
  );
  const another = () => issue({ project: 'crowded', kind: 'worker' }, 'crowd');
  expect(await problemOf(another())).toBe('too_many_tokens');
  expect(crowd.roles.get('crowded')).toBe('maintainer');
  const dead = { where: { id: token.id }, data: { revokedAt: house.clock.now() } };
  await house.database.inTransaction((transaction) => transaction.token.updateMany(dead));
  expect((await another()).token.state).toBe('live');
});

test('the secret stands in what connects a client, and not in the handoff', async () => {
  const { group, root } = await newGroup();
  const { secret, handoff, setup } = await issue({ group: group.id, kind: 'continuation' });
  const { vscode_link, cursor_link, ...lines } = setup;
  for (const line of Object.values(lines)) expect(line).toContain(`Bearer ${secret}`);
  expect(setup.claude_code).toBe(
    `claude mcp add --transport http flowgate https://gate.example.org/mcp --header "Authorization: Bearer ${secret}"`,
  );
  const url = 'https://gate.example.org/mcp';
  const headers = { Authorization: `Bearer ${secret}` };
  expect(JSON.parse(setup.cursor)).toEqual({ mcpServers: { flowgate: { url, headers } } });
  expect(JSON.parse(setup.vscode)).toEqual({
    servers: { flowgate: { type: 'http', url, headers } },
  });
  expect(vscode_link).toMatch(/^vscode:mcp\/install\?/);
  expect(JSON.parse(decodeURIComponent(vscode_link.split('?')[1] ?? ''))).toEqual({
    name: 'flowgate',
    type: 'http',
    url,
    headers,
  });
  const { protocol, searchParams } = new URL(cursor_link);
  expect([protocol, searchParams.get('name')]).toEqual(['cursor:', 'flowgate']);
  const config = Buffer.from(searchParams.get('config') ?? '', 'base64').toString();
  expect(JSON.parse(config)).toEqual({ url, headers });
  expect(handoff).not.toContain(secret);
  for (const part of [group.id, root.id, '> Faster search', 'https://gate.example.org/mcp']) {
    expect(handoff).toContain(part);
  }
});

test('what is handed on fits what the token is for', async () => {
  const { group } = await newGroup();
  const told = async (input: object) => (await issue(input)).handoff;
  const review = await told({ group: group.id, kind: 'continuation', scopes: ['read', 'review'] });
  expect(review).toContain('`review`');
  expect(review).not.toContain('`submit`');
  const worker = await told({ kind: 'worker', agent: 'ada' });
  expect(worker).toContain('addressed to ada');
  const typed = await told({ kind: 'worker', types: ['T', 'TR'] });
  expect(typed).toContain('these types: T, TR');
  expect(await told({ kind: 'ci' })).toContain('/documents/ID/evidence');
});
