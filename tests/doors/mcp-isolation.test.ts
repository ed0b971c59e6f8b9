/** Nobody sees what is another's: not by equal ids, not by guessing, through no side door. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCOPES, type Scope } from '../../mcp-server/src/contracts/index.ts';
import { mayUse } from '../../mcp-server/src/doors/mcp/tool.ts';
import { tools } from '../../mcp-server/src/doors/mcp/tools.ts';
import { ERAS } from '../support/agent-client.ts';
import { type AgentScene, agentIn } from '../support/agents.ts';
import { type Gate, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';

const PRINCIPALS = 50;

let gate: Gate;
let grace: PersonClient;
let mine: AgentScene;
let foreign: AgentScene;
beforeAll(async () => {
  ({ gate, grace } = await startGate());
  [mine, foreign] = [await agentIn(gate, grace), await agentIn(gate, grace)];
});
afterAll(() => gate.stop());

async function rpc(secret: string, id: number, method: string, params: object) {
  const response = await fetch(`${gate.url}/mcp`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      Authorization: `Bearer ${secret}`,
      'MCP-Protocol-Version': '2025-06-18',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
  });
  const text = await response.text();
  const json = text.startsWith('event:') || text.startsWith('data:') ? dataOf(text) : text;
  return JSON.parse(json);
}

const dataOf = (stream: string) => (/^data: (\{.*"id".*\})$/m.exec(stream) ?? [])[1] ?? '{}';

test(`${PRINCIPALS} agents at once, all with the same request id: each gets its own answer`, async () => {
  const { group } = await grace.openGroup('shop');
  const groups = [group.id, mine.groupId, foreign.groupId];
  const tokens = await Promise.all(
    Array.from({ length: PRINCIPALS }, (_nothing, number) =>
      grace.issueToken({
        project: 'shop',
        group: groups[number % groups.length],
        kind: 'continuation',
      }),
    ),
  );
  const answers = await Promise.all(
    tokens.map(({ secret }) => rpc(secret, 7, 'tools/call', { name: 'find', arguments: {} })),
  );
  for (const [number, answer] of answers.entries()) {
    const ids = answer.result.structuredContent.items.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([`${groups[number % groups.length]}.0001-R`]);
  }
});

describe.each(ERAS)('what is foreign looks like what is missing (%s)', (era) => {
  let agent: AgentScene['agent'];
  beforeAll(async () => {
    agent = await gate.connect(mine.secret, era);
  });

  const named = () => [foreign.rootId, 'shop.default.9999.0001-R', 'bank.default.0001.0001-R'];

  test.each([
    ['read', (id: string) => ({ id })],
    ['await_verdict', (id: string) => ({ document_id: id, max_wait_seconds: 0 })],
    ['submit', (id: string) => ({ document_id: id, title: 'T', body: 'B' })],
    ['dry_run', (id: string) => ({ document_id: id, title: 'T', body: 'B' })],
    ['clarify', (id: string) => ({ document_id: id, questions: [{ text: 'Why?' }] })],
    ['find', (id: string) => ({ group: id.slice(0, id.lastIndexOf('.')) })],
  ])('to %s', async (tool, input) => {
    const answers = await Promise.all(named().map((id) => agent.call(tool, input(id))));
    expect(answers.map(({ isError }) => isError)).toEqual([true, true, true]);
    const [first] = answers;
    expect(first?.text).toMatch(/^not_found: /);
    for (const answer of answers) expect(answer).toEqual(first);
  });

  test('to resources', async () => {
    const read = (uri: string) =>
      agent.client.readResource({ uri }).then(
        () => 'read',
        (error: Error) => error.message.replace(uri, 'it'),
      );
    const messages = await Promise.all(
      named().flatMap((id) => [
        read(`flowgate://documents/${id}`),
        read(`flowgate://documents/${id}/revisions/1`),
        read(`flowgate://groups/${id.slice(0, id.lastIndexOf('.'))}`),
      ]),
    );
    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).toContain('not found');
  });

  test('to lists and completion', async () => {
    const { resources } = await agent.client.listResources();
    expect(JSON.stringify(resources)).not.toContain(foreign.groupId);
    const { completion } = await agent.client.complete({
      ref: { type: 'ref/resource', uri: 'flowgate://documents/{id}' },
      argument: { name: 'id', value: 'shop' },
    });
    expect(completion.values).not.toContain(foreign.rootId);
    expect(completion.values).toContain(mine.rootId);
  });
});

describe('a scope', () => {
  const issuable: readonly Scope[] = SCOPES.filter((scope) => scope !== 'observe');

  test.each(issuable)('%s opens its tools and no other', async (scope) => {
    const kind = scope === 'observe' ? 'ci' : 'continuation';
    const answer = await grace.post('/tokens', {
      project: 'shop',
      group: mine.groupId,
      kind,
      scopes: [scope],
    });
    // Some scopes never stand alone or with this kind; then there is nothing to open.
    if (answer.status !== 201) return expect(answer.status).toBeLessThan(500);
    const agent = await gate.connect(answer.body.secret);
    const names = await agent.toolNames();
    expect(names.sort()).toEqual(
      tools
        .filter((row) => mayUse(row, [scope]))
        .map(({ name }) => name)
        .sort(),
    );
    for (const { name } of tools.filter((row) => !mayUse(row, [scope]))) {
      await expect(agent.call(name, {})).rejects.toThrow(`Tool ${name} not found`);
    }
  });
});

describe('over REST a bearer', () => {
  test.each([
    ['post', (id: string) => `/documents/${id}/approval`, { revision: 1 }],
    ['post', (id: string) => `/documents/${id}/rejection`, { revision: 1, reason: 'No.' }],
    ['post', () => '/tokens', { project: 'shop', kind: 'worker' }],
    ['patch', () => '/projects/shop', { title: 'Mine' }],
    ['get', () => '/me', undefined],
    ['get', () => '/users', undefined],
    ['get', () => '/queue', undefined],
  ] as const)('is never a person: %s %s', async (method, path, body) => {
    const answer = await gate.stranger().send(method.toUpperCase(), path(mine.rootId), body, {
      Authorization: `Bearer ${mine.secret}`,
    });
    expect([403, 404]).toContain(answer.status);
  });

  test('does not borrow the cookie that travels beside it', async () => {
    const headers = { Authorization: `Bearer ${mine.secret}`, Cookie: grace.cookie };
    const answer = await gate.stranger().send('GET', '/me', undefined, headers);
    expect(answer.status).toBe(403);
  });
});
