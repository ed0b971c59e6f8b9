/** A connection drops, and the agent calls again: exactly one document exists, and the first answer is heard. */
import { expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import { agentIn } from '../support/agents.ts';
import { codeOf, onEveryDatabase, submittedTask, task } from '../support/stories.ts';
import { brokenIn, contentOf } from '../support/tables.ts';

onEveryDatabase((stage) => {
  test.each(ERAS)(
    'the same payload again is the same document, told as replayed (%s)',
    async (era) => {
      const { gate, grace } = stage;
      const { agent } = await agentIn(gate, grace, {}, era);
      const first = await agent.submit(task());
      const before = await contentOf(gate.dependencies.database.reader);
      const { replayed, ...again } = await agent.submit(task());
      expect(replayed).toBe(true);
      expect({ ...again, replayed: false }).toEqual(first);
      expect(await contentOf(gate.dependencies.database.reader)).toEqual(before);
    },
  );

  test('a call whose answer was never heard leaves one document, however often it is repeated', async () => {
    const { gate, grace } = stage;
    const { secret, groupId } = await agentIn(gate, grace, { kind: 'step' });
    for (let times = 0; times < 3; times += 1) await submitAndHangUp(gate.url, secret);
    const agent = await gate.connect(secret);
    const { document_id, revision } = await agent.submit(task());
    expect(revision).toBe(1);
    const { documents } = await grace.readGroup(groupId);
    const tasks = documents.filter(({ type }: { type: string }) => type === 'T');
    expect(tasks).toMatchObject([{ id: document_id, revision: 1 }]);
    expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
  });

  test('a spent step token still hears its first answer, and today’s state', async () => {
    const { grace } = stage;
    const { agent, documentId } = await submittedTask(stage, { kind: 'step' });
    expect(await agent.submit(task())).toMatchObject({
      document_id: documentId,
      replayed: true,
      state: 'in_review',
    });
    expect(codeOf(await agent.call('submit', task({ title: 'Another' })))).toBe('token_spent');
    await grace.approve(documentId);
    expect(codeOf(await agent.call('submit', task()))).toBe('token_ended');
  });

  test('a key repeats the first answer for ever, and takes no other payload', async () => {
    const { grace } = stage;
    const keyed = task({ idempotency_key: 'first-try' });
    const { agent, documentId } = await submittedTask(stage).then(async (scene) => {
      await grace.approve(scene.documentId);
      return scene;
    });
    const next = {
      ...keyed,
      claims: [
        { statement: 'It is so.', meets: ['T.1'], evidence: [{ kind: 'commit', sha: '7be4f10' }] },
      ],
    };
    const first = await agent.submit(next);
    expect(first.document_id).not.toBe(documentId);
    const other = await agent.call('submit', { ...next, title: 'Something else' });
    expect(codeOf(other)).toBe('idempotency_key_reused');
    await grace.approve(first.document_id);
    const later = await agent.submit(next);
    expect(later).toMatchObject({
      document_id: first.document_id,
      replayed: true,
      state: 'approved',
    });
  });

  test('once a verdict was given the same payload is no retry but a revision without a change', async () => {
    const { grace } = stage;
    const { agent, documentId } = await submittedTask(stage);
    await grace.requestRevision(documentId, 'Name the currency.');
    const { reasons } = await agent.awaitVerdict({ document_id: documentId });
    const responses = [{ reason_id: reasons[0].reason_id, text: 'Done.' }];
    const revision = task({ document_id: documentId, body: 'Mended.\n', responses });
    const second = await agent.submit(revision);
    expect(second).toMatchObject({ revision: 2, replayed: false });
    expect(await agent.submit(revision)).toMatchObject({ revision: 2, replayed: true });
    await grace.requestRevision(documentId, 'Say how to check it.', 2);
    expect((await agent.call('submit', revision)).isError).toBe(true);
    expect((await grace.readDocument(documentId)).document.revision).toBe(2);
  });

  test.each(ERAS)('questions asked twice are asked once (%s)', async (era) => {
    const { gate, grace } = stage;
    const { agent, groupId } = await agentIn(gate, grace, {}, era);
    const input = { questions: [{ text: 'Gross or net?' }] };
    const first = await agent.must('clarify', input);
    const again = await agent.must('clarify', input);
    expect(again).toEqual({ ...first, replayed: true });
    expect((await grace.readGroup(groupId)).questions).toHaveLength(1);
  });
});

/** Sends a whole submission and leaves before its answer. */
async function submitAndHangUp(url: string, secret: string): Promise<void> {
  const leaving = new AbortController();
  const request = fetch(`${url}/mcp`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${secret}`,
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      'MCP-Protocol-Version': '2025-06-18',
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'submit', arguments: task() },
    }),
    signal: leaving.signal,
  });
  const { promise: sent, resolve } = Promise.withResolvers<void>();
  setImmediate(() => setImmediate(() => resolve()));
  await sent;
  leaving.abort();
  await request.catch(() => undefined);
}
