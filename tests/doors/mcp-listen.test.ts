/** `subscriptions/listen` believes whatever it is asked. What stands in front of it doesn't. */
import { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LISTEN_STREAMS_PER_TOKEN_MAX } from '../../mcp-server/src/doors/mcp/guard-listen.ts';
import { agentIn } from '../support/agents.ts';
import { type Gate, startGate } from '../support/gate.ts';
import { riskType } from '../support/own-types.ts';
import type { PersonClient } from '../support/person-client.ts';
import { startSecondServer } from '../support/second-server.ts';

const TASK = '# T\n\n## Acceptance criteria\n\n1. It is so.\n';

let gate: Gate;
let admin: PersonClient;
let grace: PersonClient;
beforeAll(async () => {
  ({ gate, admin, grace } = await startGate());
  await admin.createProject('secret');
});
afterAll(() => gate.stop());

async function listener() {
  const scene = await agentIn(gate, grace);
  const { client } = scene.agent;
  if (!(client instanceof Client)) throw new Error('only the modern client listens');
  return { ...scene, client };
}

/** The next `resources/updated`, by its address. */
function nextUpdate(client: Client): Promise<string> {
  return new Promise((resolve) => {
    client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
      resolve(params.uri);
    });
  });
}

describe('listening', () => {
  test('tells of a change to a document that the token may read', async () => {
    const { client, agent, groupId } = await listener();
    const document = `flowgate://documents/${groupId}.0002-T`;
    const heard = nextUpdate(client);
    const subscription = await client.listen({ resourceSubscriptions: [document] });
    await agent.submit({ title: 'T', body: TASK });
    expect(await heard).toBe(document);
    await subscription.close();
  });

  test('acknowledges nothing foreign, nothing missing and nothing made up', async () => {
    const { client, groupId } = await listener();
    const { group: foreign } = await admin.openGroup('secret');
    const { group: neighbour } = await grace.openGroup('shop');
    const own = `flowgate://groups/${groupId}`;
    const subscription = await client.listen({
      resourceSubscriptions: [
        own,
        `flowgate://groups/${foreign.id}`,
        `flowgate://documents/${foreign.id}.0001-R`,
        `flowgate://groups/${neighbour.id}`,
        'flowgate://groups/secret.default.9999',
        'file:///etc/passwd',
        `flowgate://groups/${'a'.repeat(100_000)}`,
      ],
    });
    expect(subscription.honoredFilter.resourceSubscriptions).toEqual([own]);
    await subscription.close();
  });

  test('tells that a list has grown to whom it has grown for, and to nobody else', async () => {
    const [one, other] = [await listener(), await listener()];
    let strayed = 0;
    other.client.setNotificationHandler('notifications/resources/list_changed', () => {
      strayed += 1;
    });
    const heard = new Promise<void>((resolve) => {
      one.client.setNotificationHandler('notifications/resources/list_changed', () => resolve());
    });
    const streams = [
      await one.client.listen({ resourcesListChanged: true }),
      await other.client.listen({ resourcesListChanged: true }),
    ];
    await one.agent.submit({ title: 'T', body: TASK });
    await heard;
    expect(strayed).toBe(0);
    await Promise.all(streams.map((stream) => stream.close()));
  });

  test("tells of a type that changed: a project's own there, the installation's everywhere, from any process", async () => {
    const { client } = await listener();
    await admin.must(admin.post('/types', riskType({ project: 'secret' })));
    const uris = ['flowgate://types', 'flowgate://types/RISK'];
    const heard: string[] = [];
    const all = Promise.withResolvers<void>();
    client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
      heard.push(params.uri);
    });
    client.setNotificationHandler('notifications/resources/list_changed', () => all.resolve());
    const subscription = await client.listen({
      resourcesListChanged: true,
      resourceSubscriptions: uris,
    });
    // Not this project's: nothing is heard of it before what follows.
    const foreign = { project: 'secret', version: 1, names: { en: 'Hidden' } };
    await admin.must(admin.patch('/types/RISK', foreign));
    const second = await startSecondServer(gate);
    const elsewhere = await second.signedIn('grace');
    await elsewhere.must(elsewhere.post('/types', riskType({ project: 'shop' })));
    await all.promise;
    expect(heard).toEqual(uris);
    const read = await client.readResource({ uri: 'flowgate://types/RISK' });
    expect(JSON.stringify(read.contents)).toContain('Risk note');

    const again = new Promise<void>((resolve) => {
      client.setNotificationHandler('notifications/resources/list_changed', () => resolve());
    });
    await admin.must(admin.post('/types', riskType({ code: 'EVERY' })));
    await again;
    expect(heard).toContain('flowgate://types');
    await subscription.close();
    await second.stop();
  });

  test('ends within five seconds of its token', async () => {
    const { client, tokenId } = await listener();
    const subscription = await client.listen({ resourcesListChanged: true });
    await grace.must(grace.delete(`/tokens/${tokenId}`));
    expect(await subscription.closed).not.toBe('local');
  });

  test('is bounded per token', async () => {
    const { client, groupId } = await listener();
    const filter = { resourceSubscriptions: [`flowgate://groups/${groupId}`] };
    const open = [];
    for (let times = 0; times < LISTEN_STREAMS_PER_TOKEN_MAX; times += 1) {
      open.push(await client.listen(filter));
    }
    await expect(client.listen(filter)).rejects.toThrow();
    await Promise.all(open.map((subscription) => subscription.close()));
  });
});

describe('hostile addresses', () => {
  test.each([
    // The address stands in a header too; beyond 16 KB Node itself answers 431.
    `flowgate://documents/${'../'.repeat(2_000)}`,
    `flowgate://documents/${'%2e%2e%2f'.repeat(500)}`,
    `flowgate://documents/${'a.'.repeat(4_000)}`,
    `flowgate://types/${'{'.repeat(4_000)}`,
  ])('open nothing: %.40s', async (uri) => {
    const { client } = await listener();
    await expect(client.readResource({ uri })).rejects.toThrow(/not found|invalid/i);
  });
});
