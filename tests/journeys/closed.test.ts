/** A completed or a discarded group is read-only, and says so with one code whatever is tried. */
import { describe, expect, test } from 'vitest';
import type { AgentClient } from '../support/agent-client.ts';
import { agentIn } from '../support/agents.ts';
import type { Answer } from '../support/person-client.ts';
import {
  codeOf,
  onEveryDatabase,
  report,
  type Stage,
  submittedTask,
  task,
} from '../support/stories.ts';
import { contentOf } from '../support/tables.ts';

interface Closed {
  readonly agent: AgentClient;
  readonly groupId: string;
  readonly taskId: string;
}

async function discarded(stage: Stage): Promise<Closed> {
  const { agent, groupId, documentId: taskId } = await submittedTask(stage);
  await agent.must('clarify', { questions: [{ text: 'Gross or net?' }] });
  const { grace } = stage;
  await grace.must(grace.post(`/groups/${groupId}/discard`, { reason: 'Not wanted any more.' }));
  return { agent, groupId, taskId };
}

async function completed({ gate, grace }: Stage): Promise<Closed> {
  const { agent, groupId } = await agentIn(gate, grace);
  const { document_id: taskId } = await agent.submit(task());
  await grace.approve(taskId);
  const { question_ids } = await agent.must('clarify', {
    questions: [{ text: 'Gross or net?', blocking: false }],
  });
  expect(question_ids).toEqual([`${groupId}-Q1`]);
  const { document_id } = await agent.submit(report());
  await grace.approve(document_id);
  await grace.approve(`${groupId}.0004-AC`);
  return { agent, groupId, taskId };
}

onEveryDatabase((stage) => {
  describe.each([
    ['discarded', discarded],
    ['completed', completed],
  ] as const)('a %s group', (state, close) => {
    test('refuses every write with one code, and nothing is changed', async () => {
      const { gate, grace } = stage;
      const { agent, groupId, taskId } = await close(stage);
      const { reader } = gate.dependencies.database;
      const { runs, sequence } = await grace.readGroup(groupId);
      const before = await contentOf(reader);
      const on = (verb: string, more: object = { reason: 'No.' }) =>
        grace.post(`/documents/${taskId}/${verb}`, { revision: 1, ...more });
      const people: Record<string, Promise<Answer>> = {
        approve: on('approval', {}),
        request_revision: on('revision-request'),
        reject: on('rejection'),
        withdraw: on('withdrawal', {}),
        confirm: on('confirmation', {}),
        ...(state === 'discarded' ? { reopen: on('reopening') } : {}),
        write: grace.post(`/groups/${groupId}/documents`, task()),
        revise: grace.post(`/documents/${taskId}/revisions`, task({ document_id: taskId })),
        arrange: grace.put(`/groups/${groupId}/sequence`, {
          version: sequence.version,
          preset: 'simple',
        }),
        discard: grace.post(`/groups/${groupId}/discard`, { reason: 'Again.' }),
        answer: grace.post(`/questions/${groupId}-Q1/answers`, { text: 'Net.' }),
        dismiss: grace.post(`/questions/${groupId}-Q1/dismissal`, { reason: 'Moot.' }),
        issue: grace.post('/tokens', { project: 'shop', group: groupId, kind: 'continuation' }),
      };
      for (const [verb, answer] of Object.entries(people)) {
        expect(await answer, verb).toMatchObject({ status: 409, body: { code: 'group_closed' } });
      }
      for (const verb of ['pause', 'resume', 'stop']) {
        const answer = await grace.post(`/runs/${runs[0].id}/${verb}`);
        expect(answer.status, verb).toBe(409);
      }
      expect(codeOf(await agent.call('submit', task({ title: 'More' })))).toBe('group_closed');
      const asking = { questions: [{ text: 'Still there?' }] };
      expect(codeOf(await agent.call('clarify', asking))).toBe('group_closed');
      const tried = await agent.must('dry_run', task({ title: 'More' }));
      expect(tried).toMatchObject({ valid: false, problems: [{ code: 'group_closed' }] });
      expect(await contentOf(reader)).toEqual(before);
    });

    test('is read as before, and tells its agent to end', async () => {
      const { grace } = stage;
      const { agent, groupId, taskId } = await close(stage);
      expect((await grace.readGroup(groupId)).group.state).toBe(state);
      expect((await grace.readDocument(taskId)).body).toContain('50 EUR');
      await grace.must(grace.get(`/groups/${groupId}/timeline`));
      expect((await agent.must('read', { id: taskId })).text).toContain('50 EUR');
      expect((await agent.must('find', { query: 'shipping' })).total).toBeGreaterThan(0);
      const { assignment, next } = await agent.continue();
      expect(assignment).toBeNull();
      expect(next).toContain('End here');
      expect((await agent.awaitVerdict({ document_id: taskId })).next).toContain('End here');
    });
  });

  test('discarding needs a reason and a maintainer, and ends the wait of an agent', async () => {
    const { gate, grace } = stage;
    const rita = await gate.person('rita', 'reviewer');
    const { agent, groupId, documentId, cursor } = await submittedTask(stage);
    const address = `/groups/${groupId}/discard`;
    expect(await rita.post(address, { reason: 'No.' })).toMatchObject({
      status: 403,
      body: { code: 'not_permitted' },
    });
    expect(await grace.post(address, {})).toMatchObject({ status: 422 });
    const waiting = Promise.withResolvers<void>();
    const answer = agent.awaitVerdict(
      { document_id: documentId, cursor },
      { onProgress: () => waiting.resolve() },
    );
    await waiting.promise;
    await grace.must(grace.post(address, { reason: 'Not wanted any more.' }));
    expect(await answer).toMatchObject({
      changed: true,
      run: { state: 'ended', reason: 'group_closed' },
      next: expect.stringContaining('End here'),
    });
    expect((await grace.readGroup(groupId)).group.closed_because).toBe('Not wanted any more.');
  });
});
