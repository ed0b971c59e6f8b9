/** A stop ends waits early and cleanly; another process goes on where this one stopped. */
import { Client } from '@modelcontextprotocol/client';
import { expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import { agentIn } from '../support/agents.ts';
import { EventReader } from '../support/event-reader.ts';
import { startGate } from '../support/gate.ts';

const TASK = '# T\n\n## Acceptance criteria\n\n1. It is so.\n';

test.each(ERAS)('a wait ends with an answer when the server stops (%s)', async (era) => {
  const { gate, grace } = await startGate();
  try {
    const { agent } = await agentIn(gate, grace, {}, era);
    const { document_id, cursor } = await agent.submit({ title: 'T', body: TASK });
    const waiting = Promise.withResolvers<void>();
    const answer = agent.awaitVerdict(
      { document_id, cursor },
      { onProgress: () => waiting.resolve() },
    );
    await waiting.promise;
    await gate.restart();
    expect(await answer).toMatchObject({ changed: false, retry_after_seconds: 5 });
    await grace.approve(document_id);
    const { cursor: later } = await answer;
    expect(await agent.awaitVerdict({ document_id, cursor: later })).toMatchObject({
      changed: true,
      state: 'approved',
    });
  } finally {
    await gate.stop();
  }
});

test('streams end, and go on at the next process without a gap', async () => {
  const { gate, grace } = await startGate();
  try {
    const before = await EventReader.open(gate.url, { Cookie: grace.cookie });
    const { id } = await before.next('ping');
    await gate.restart();
    await before.end();
    await grace.openGroup('shop');
    const after = await EventReader.open(gate.url, {
      Cookie: grace.cookie,
      'Last-Event-ID': id ?? '',
    });
    await after.next('group.opened');
    after.close();
  } finally {
    await gate.stop();
  }
});

test.each(ERAS)('a wait ends within five seconds of its token (%s)', async (era) => {
  const { gate, grace } = await startGate();
  try {
    const { agent, tokenId } = await agentIn(gate, grace, {}, era);
    const { document_id, cursor } = await agent.submit({ title: 'T', body: TASK });
    const waiting = Promise.withResolvers<void>();
    const input = { document_id, cursor };
    const answer = agent.call('await_verdict', input, { onProgress: () => waiting.resolve() });
    await waiting.promise;
    await grace.must(grace.delete(`/tokens/${tokenId}`));
    expect((await answer).isError).toBe(false);
    await expect(agent.call('await_verdict', input)).rejects.toThrow();
  } finally {
    await gate.stop();
  }
});

test('listening ends in good form when the server stops', async () => {
  const { gate, grace } = await startGate();
  try {
    const { agent } = await agentIn(gate, grace);
    const { client } = agent;
    if (!(client instanceof Client)) throw new Error('only the modern client listens');
    const subscription = await client.listen({ resourcesListChanged: true });
    await gate.restart();
    expect(await subscription.closed).toBe('graceful');
  } finally {
    await gate.stop();
  }
});
