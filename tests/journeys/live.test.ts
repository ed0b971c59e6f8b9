/** People see work arrive without asking again, and nothing that isn't theirs to see. */
import { afterEach, expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { EventReader } from '../support/event-reader.ts';
import type { PersonClient } from '../support/person-client.ts';
import { onEveryDatabase, task } from '../support/stories.ts';

onEveryDatabase((stage) => {
  const opened: EventReader[] = [];
  afterEach(() => {
    for (const reader of opened.splice(0)) reader.close();
  });
  const listen = async ({ cookie }: PersonClient, headers: Record<string, string> = {}) => {
    const reader = await EventReader.open(stage.gate.url, { Cookie: cookie, ...headers });
    opened.push(reader);
    await reader.next('ping');
    return reader;
  };

  test('a submission is announced to its reviewer, and stands in the queue', async () => {
    const { gate, grace } = stage;
    const { agent } = await agentIn(gate, grace);
    const reader = await listen(grace);
    const { document_id } = await agent.submit(task());
    const frame = await reader.next('document.submitted');
    expect(frame.data).toMatchObject({ project: 'shop', document_id });
    expect(JSON.stringify(frame.data)).not.toContain('50 EUR');
    const { items, waiting } = await grace.must(grace.get('/queue'));
    expect(waiting).toBeGreaterThan(0);
    expect(items).toContainEqual(
      expect.objectContaining({ document_id, section: 'needs_my_verdict' }),
    );
  });

  test('what was missed is told after the last id, once and in order', async () => {
    const { gate, grace } = stage;
    const { agent } = await agentIn(gate, grace);
    const first = await listen(grace);
    const { document_id } = await agent.submit(task());
    const { id = '' } = await first.next('document.submitted');
    first.close();
    await grace.requestRevision(document_id, 'Name the currency.');
    const second = await EventReader.open(gate.url, {
      Cookie: grace.cookie,
      'Last-Event-ID': id,
    });
    opened.push(second);
    const missed = await second.next('document.revision_requested');
    expect(missed.data).toMatchObject({ document_id });
    expect(second.rest.map(({ event }) => event)).not.toContain('document.submitted');
  });

  test('who reads another project hears nothing of this one', async () => {
    const { gate, admin, grace } = stage;
    await admin.createProject('elsewhere');
    const vera = await gate.person('vera', 'viewer', 'elsewhere');
    const reader = await listen(vera);
    const { agent } = await agentIn(gate, grace);
    await agent.submit(task());
    const { group } = await admin.openGroup('elsewhere');
    const frame = await reader.next('group.opened');
    expect(frame.data.group_id).toBe(group.id);
    expect(reader.rest.filter(({ data }) => data?.project === 'shop')).toEqual([]);
    const { items } = await vera.must(vera.get('/queue'));
    expect(items.filter(({ project }: { project: string }) => project === 'shop')).toEqual([]);
  });
});
