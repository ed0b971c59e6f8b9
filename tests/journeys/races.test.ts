/** Many hands at one thing: exactly one document, one verdict, one number. */
import { expect, test } from 'vitest';
import type { AgentClient } from '../support/agent-client.ts';
import { agentIn } from '../support/agents.ts';
import { codeOf, onEveryDatabase, type Stage, submittedTask, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

onEveryDatabase((stage) => {
  test('of two agents racing at one head one is taken in and the other hears why not', async () => {
    const { gate, grace } = stage;
    const { agent, groupId } = await agentIn(gate, grace);
    const other = await secondAgent(stage, groupId);
    const answers = await Promise.all([
      agent.call('submit', task({ title: 'One' })),
      other.call('submit', task({ title: 'Other' })),
    ]);
    expect(answers.filter(({ isError }) => !isError)).toHaveLength(1);
    const refused = answers.filter(({ isError }) => isError).map(codeOf);
    expect(refused).toHaveLength(1);
    expect(refused).toEqual(['awaiting_verdict']);
    await expectOneTask(stage, groupId);
  });

  test('one step token used twice in parallel makes one document', async () => {
    const { gate, grace } = stage;
    const { agent, secret, groupId } = await agentIn(gate, grace, { kind: 'step' });
    const twin = await gate.connect(secret, 'legacy');
    const answers = await Promise.all([
      agent.call('submit', task({ title: 'One' })),
      twin.call('submit', task({ title: 'Other' })),
    ]);
    expect(answers.filter(({ isError }) => !isError)).toHaveLength(1);
    await expectOneTask(stage, groupId);
  });

  test('the same submission ten times at once is one document, told ten times', async () => {
    const { gate, grace } = stage;
    const { agent, groupId } = await agentIn(gate, grace, { kind: 'step' });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => agent.call('submit', task())),
    );
    for (const { isError, text } of answers) {
      if (isError) expect(text).toMatch(/^changed_meanwhile/);
    }
    const accepted = answers.filter(({ isError }) => !isError).map((answer) => answer.structured);
    expect(accepted.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(accepted.map(({ document_id }) => document_id)).size).toBe(1);
    await expectOneTask(stage, groupId);
  });

  test('a verdict and a new revision at once: what is approved is what was read', async () => {
    const { gate, grace } = stage;
    for (let times = 0; times < 4; times += 1) {
      const { agent, documentId: document_id } = await submittedTask(stage);
      const [verdict, revised] = await Promise.all([
        grace.post(`/documents/${document_id}/approval`, { revision: 1 }),
        agent.call('submit', task({ document_id, title: 'Later' })),
      ]);
      const { document } = await grace.readDocument(document_id);
      const approved = verdict.status === 200;
      expect(approved).toBe(revised.isError);
      expect([document.state, document.revision]).toEqual(
        approved ? ['approved', 1] : ['in_review', 2],
      );
    }
    expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
  });

  test('opposite verdicts at once: one falls', async () => {
    const { gate, grace } = stage;
    const { documentId } = await submittedTask(stage);
    const answers = await Promise.all([
      grace.post(`/documents/${documentId}/approval`, { revision: 1 }),
      grace.post(`/documents/${documentId}/rejection`, { revision: 1, reason: 'No.' }),
      grace.post(`/documents/${documentId}/revision-request`, { revision: 1, reason: 'Mend.' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
  });

  test('groups opened at once are numbered without a gap', async () => {
    const { gate, grace } = stage;
    const opened = await Promise.all(Array.from({ length: 10 }, () => grace.openGroup('shop')));
    expect(new Set(opened.map(({ group }) => group.id)).size).toBe(10);
    expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
  });
});

async function secondAgent({ gate, grace }: Stage, group: string): Promise<AgentClient> {
  const { secret } = await grace.issueToken({ project: 'shop', group, kind: 'continuation' });
  return gate.connect(secret, 'legacy');
}

async function expectOneTask({ gate, grace }: Stage, groupId: string): Promise<void> {
  const { documents } = await grace.readGroup(groupId);
  expect(documents.filter(({ type }: { type: string }) => type === 'T')).toHaveLength(1);
  expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
}
