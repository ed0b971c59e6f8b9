/** The event stream: resumable, filtered by right, ended with its session. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SSE_REPLAY_EVENTS_MAX } from '../../mcp-server/src/contracts/index.ts';
import { agentIn } from '../support/agents.ts';
import { EventReader } from '../support/event-reader.ts';
import { type Gate, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';

let gate: Gate;
let admin: PersonClient;
let grace: PersonClient;
beforeAll(async () => {
  ({ gate, admin, grace } = await startGate());
  await admin.createProject('secret');
});
afterAll(() => gate.stop());

const opened: EventReader[] = [];
afterEach(() => {
  for (const reader of opened.splice(0)) reader.close();
});

async function listen(headers: Record<string, string>, query = ''): Promise<EventReader> {
  const reader = await EventReader.open(gate.url, headers, query);
  opened.push(reader);
  return reader;
}

const as = ({ cookie }: PersonClient) => ({ Cookie: cookie });
const readLog = () =>
  gate.dependencies.database.reader.projectLog.findUnique({ where: { projectId: 'shop' } });
const idOf = (positions: object) => Buffer.from(JSON.stringify(positions)).toString('base64url');

describe('the stream of a person', () => {
  test('tells what happens, in ids and one line, never in bodies', async () => {
    const reader = await listen(as(grace));
    await reader.next('ping');
    const { group, root } = await grace.openGroup('shop');
    const frame = await reader.next('document.submitted');
    expect(frame.data).toMatchObject({
      project: 'shop',
      group_id: group.id,
      document_id: root.id,
      summary: `grace submitted ${root.id}, revision 1.`,
    });
    expect(JSON.parse(Buffer.from(frame.id ?? '', 'base64url').toString())).toEqual({
      shop: frame.data.position,
    });
    expect(JSON.stringify(frame.data)).not.toContain('50 EUR');
  });

  test('goes on after the last id without a gap or a repeat', async () => {
    const first = await listen(as(grace));
    await first.next('ping');
    await grace.openGroup('shop');
    const seen = await first.next('group.opened');
    first.close();
    const { group } = await grace.openGroup('shop');
    const second = await listen({ ...as(grace), 'Last-Event-ID': seen.id ?? '' });
    await second.next('head.moved');
    const next = await second.next('group.opened');
    expect(next.data.group_id).toBe(group.id);
    const positions = second.rest.flatMap(({ data }) => data.position ?? []);
    expect(positions).toEqual([...positions].sort((one, other) => one - other));
  });

  test.each([
    ['of a log further on than ours', { shop: 1_000_000 }],
    ['of another kind', ['shop']],
  ])('asks to read everything again after an id %s', async (_what, positions) => {
    const reader = await listen({ ...as(grace), 'Last-Event-ID': idOf(positions) });
    await reader.next('resync');
  });

  test('asks to read everything again rather than replay thousands', async () => {
    const { position } = (await readLog()) ?? { position: 0 };
    await gate.dependencies.database.inTransaction((transaction) =>
      transaction.projectLog.update({
        where: { projectId: 'shop' },
        data: { position: { increment: SSE_REPLAY_EVENTS_MAX + 1 } },
      }),
    );
    const reader = await listen({ ...as(grace), 'Last-Event-ID': idOf({ shop: position }) });
    const { id } = await reader.next('resync');
    expect(id).toBe(idOf({ shop: position + SSE_REPLAY_EVENTS_MAX + 1 }));
  });

  test('begins again where the resync stood', async () => {
    const reader = await listen({ ...as(grace), 'Last-Event-ID': idOf({ shop: 1_000_000 }) });
    await reader.next('resync');
    await grace.openGroup('shop');
    await reader.next('group.opened');
  });

  test('brings a notification to whom it concerns', async () => {
    const rita = await gate.person('rita', 'reviewer');
    const { agent } = await agentIn(gate, grace);
    const reader = await listen(as(grace));
    await reader.next('ping');
    const { document_id } = await agent.submit({ title: 'T', body: TASK });
    const { revision } = (await rita.readDocument(document_id)).document;
    await rita.approve(document_id, revision);
    const frame = await reader.next('notification.created');
    expect(frame.data.project).toBe('shop');
  });

  test('speaks the language of the person', async () => {
    const hana = await gate.person('hana', 'viewer');
    await hana.must(hana.patch('/me', { language: 'ko' }));
    const reader = await listen(as(hana));
    await reader.next('ping');
    await grace.openGroup('shop');
    const { sentencesIn } = await import('../../mcp-server/src/sentences/sentences.ts');
    const frame = await reader.next('group.opened');
    expect(frame.data.summary).toBe(
      sentencesIn('ko').event('group.opened', { actor: 'grace', subject: frame.data.group_id }),
    );
  });
});

describe('nobody hears', () => {
  test('without a session', async () => {
    expect((await listen({})).status).toBe(401);
  });

  test('through a token in the address', async () => {
    const { secret } = await agentIn(gate, grace);
    expect((await listen({}, `?token=${secret}`)).status).toBe(401);
  });

  test('of a project that is foreign: it answers like one that does not exist', async () => {
    const foreign = await listen(as(grace), '?project=secret');
    const missing = await listen(as(grace), '?project=nowhere');
    expect([foreign.status, missing.status]).toEqual([404, 404]);
  });

  test('of foreign projects by claiming to have heard of them', async () => {
    const { position: shop } = (await readLog()) ?? { position: 0 };
    const reader = await listen({ ...as(grace), 'Last-Event-ID': idOf({ secret: 0, shop }) });
    await reader.next('ping');
    await admin.openGroup('secret');
    await grace.openGroup('shop');
    const frame = await reader.next('group.opened');
    expect(frame.data.project).toBe('shop');
    expect(reader.rest.some(({ data }) => data.project === 'secret')).toBe(false);
  });

  test('of other groups with a token of one', async () => {
    const { secret, groupId, agent } = await agentIn(gate, grace);
    const reader = await listen({ Authorization: `Bearer ${secret}` });
    await reader.next('ping');
    await grace.openGroup('shop');
    await agent.submit({ title: 'T', body: TASK });
    const frame = await reader.next('document.submitted');
    expect(frame.data.group_id).toBe(groupId);
  });
});

describe('a stream ends', () => {
  test('within five seconds of its session', async () => {
    const leaving = await gate.signedIn('grace');
    const reader = await listen(as(leaving));
    await reader.next('ping');
    await leaving.post('/auth/logout');
    await reader.end();
  });

  test('within five seconds of its token', async () => {
    const { secret, tokenId } = await agentIn(gate, grace);
    const reader = await listen({ Authorization: `Bearer ${secret}` });
    await reader.next('ping');
    await grace.must(grace.delete(`/tokens/${tokenId}`));
    await reader.end();
  });

  test('hearing of a project within five seconds of losing the membership', async () => {
    const vera = await gate.person('vera', 'viewer', 'secret');
    const reader = await listen(as(vera));
    await reader.next('ping');
    await admin.openGroup('secret');
    await reader.next('group.opened');
    await admin.must(admin.put('/projects/secret/members/vera', { role: null }));
    const named = await listen(as(vera), '?project=secret');
    expect(named.status).toBe(404);
  });

  test('is refused beyond twenty of one person', async () => {
    const otto = await gate.person('otto', 'viewer');
    const many = await Promise.all(Array.from({ length: 21 }, () => listen(as(otto))));
    expect(many.map(({ status }) => status).sort()).toEqual([...Array(20).fill(200), 429]);
  });
});

const TASK = `# Task

## Acceptance criteria

1. An order of 50.01 EUR has no shipping line.
`;
