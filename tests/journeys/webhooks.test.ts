/** Nobody must keep a tab open: what happens is told to an address, signed, until it is taken or given up. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runDueTimers } from '../../mcp-server/src/actions/timers/run-due-timers.ts';
import { agentIn } from '../support/agents.ts';
import { testDatabases } from '../support/databases.ts';
import { type Gate, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';
import { task } from '../support/stories.ts';
import { startReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

describe.each(testDatabases())('on $name', (database) => {
  let gate: Gate;
  let grace: PersonClient;
  let receiver: WebhookReceiver;
  let now: Date;
  beforeAll(async () => {
    now = new Date();
    const clock = { now: () => now };
    const settings = { FLOWGATE_OUTGOING_HOSTS: '127.0.0.1' };
    ({ gate, grace } = await startGate({ database, clock, settings, timers: false }));
  });
  afterAll(() => gate?.stop());
  beforeEach(async () => {
    receiver = await startReceiver();
    return () => receiver.close();
  });

  const tick = () => runDueTimers(gate.dependencies);
  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  const add = async (more: object = {}) => {
    const input = { label: 'Night shift', url: receiver.url, ...more };
    const { webhook, secret } = await grace.must(grace.post('/projects/shop/webhooks', input));
    receiver.trust(secret);
    return { id: webhook.id as string, webhook, secret: secret as string };
  };
  const deliveries = async (id: string) =>
    (await grace.must(grace.get(`/webhooks/${id}/deliveries`))).deliveries;
  /** Once a delivery has left this state, whatever comes of it. */
  const settled = async (id: string, attempts: number) => {
    for (;;) {
      const [newest] = await deliveries(id);
      const told = newest?.status !== null || newest?.problem !== null;
      // After the last attempt there is no next: then it is over once it says so.
      const over = newest?.state !== 'pending' || newest?.next_at !== null;
      if (newest?.attempts === attempts && told && over) return newest;
    }
  };

  test('an approval reaches the address with its signature, once, and without a body', async () => {
    const { id } = await add({ kinds: ['document.approved'] });
    const { agent } = await agentIn(gate, grace);
    const { document_id } = await agent.submit(task());
    await grace.approve(document_id);
    await Promise.all([tick(), tick()]);
    await tick();
    const message = await receiver.first(({ body }) => body.data.document_id === document_id);
    expect(message).toMatchObject({
      genuine: true,
      body: { type: 'document.approved', data: { project: 'shop', actor: { name: 'grace' } } },
    });
    expect(message.body.data.url).toBe(`${gate.url}/documents/${document_id}`);
    expect(JSON.stringify(message.body)).not.toContain('Acceptance criteria');
    expect(await settled(id, 1)).toMatchObject({ state: 'delivered', status: 204 });
    await tick();
    const about = receiver.received.filter(({ body }) => body.data.document_id === document_id);
    expect(about).toHaveLength(1);
    await grace.must(grace.delete(`/webhooks/${id}`));
  });

  test('an address that fails is asked again, later each time, and given up in the end', async () => {
    receiver.answerWith(503);
    // Time passes here, and time makes things happen: of those it isn't told.
    const { id } = await add({ kinds: ['group.discarded'] });
    await grace.must(grace.post(`/webhooks/${id}/test`));
    const waits: number[] = [];
    for (let attempts = 1; ; attempts += 1) {
      await tick();
      const { state, next_at } = await settled(id, attempts);
      if (state === 'failed') break;
      waits.push((Date.parse(next_at) - now.getTime()) / 1000);
      later(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([10, 60, 300, 1_800, 7_200, 21_600, 43_200]);
    expect(new Set(receiver.received.map((message) => message.id)).size).toBe(1);
    receiver.answerWith(200);
    const [failed] = await deliveries(id);
    await grace.must(grace.post(`/webhooks/${id}/deliveries/${failed.id}/attempt`));
    await tick();
    expect(await settled(id, 1)).toMatchObject({ id: failed.id, state: 'delivered' });
    await grace.must(grace.delete(`/webhooks/${id}`));
  });

  test('what leads into the own network is not called, and the log says so', async () => {
    const { id } = await add({ url: 'http://169.254.169.254/latest/meta-data/' });
    await grace.must(grace.post(`/webhooks/${id}/test`));
    await tick();
    expect(await settled(id, 1)).toMatchObject({ status: null, problem: 'address_refused' });
    const password = { label: 'P', url: 'https://me:secret@example.org/' };
    const refused = await grace.post('/projects/shop/webhooks', password);
    expect(refused.body.errors).toMatchObject([{ path: 'url', code: 'address_refused' }]);
    expect(JSON.stringify(refused.body)).not.toContain('secret@');
    await grace.must(grace.delete(`/webhooks/${id}`));
  });

  test('switched off it hears nothing, switched on what comes; a new secret signs from then on', async () => {
    const { id, secret } = await add({ kinds: ['document.submitted'] });
    await grace.must(grace.patch(`/webhooks/${id}`, { active: false }));
    const { agent: missed } = await agentIn(gate, grace);
    await missed.submit(task());
    await tick();
    const { secret: other } = await grace.must(
      grace.patch(`/webhooks/${id}`, { active: true, new_secret: true }),
    );
    expect(other).not.toBe(secret);
    receiver.trust(other);
    const { agent, rootId } = await agentIn(gate, grace);
    const { document_id } = await agent.submit(task());
    await tick();
    await receiver.first(({ body }) => body.data.document_id === document_id);
    const told = receiver.received.map(({ body }) => body.data.document_id);
    expect(told.sort()).toEqual([rootId, document_id]);
    expect(receiver.received.every(({ genuine }) => genuine)).toBe(true);
    expect(await grace.get('/projects/shop/webhooks')).toMatchObject({ status: 200 });
    expect(JSON.stringify((await grace.get('/projects/shop/webhooks')).body)).not.toContain(
      'whsec',
    );
    await grace.must(grace.delete(`/webhooks/${id}`));
  });

  test('what was queued when the process ended is sent by the next one', async () => {
    const { id } = await add({ kinds: ['group.opened'] });
    await grace.openGroup('shop');
    await gate.restart();
    grace = await gate.signedIn('grace');
    await tick();
    const { body } = await receiver.first(() => true);
    expect(body.type).toBe('group.opened');
    await grace.must(grace.delete(`/webhooks/${id}`));
    await tick();
    expect(await grace.get(`/webhooks/${id}/deliveries`)).toMatchObject({ status: 404 });
  });
});
