/** An agent hands in, a person approves, and the agent that waits is told: R → T → TR → AC. */
import { describe, expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import { agentIn } from '../support/agents.ts';
import { onEveryDatabase, report, task } from '../support/stories.ts';

onEveryDatabase((stage) => {
  describe.each(ERAS)('through the %s client', (era) => {
    test('an agent that waits is told of the approval in that one call', async () => {
      const { gate, grace } = stage;
      const { agent } = await agentIn(gate, grace, {}, era);
      const { document_id, state, cursor } = await agent.submit(task());
      expect(state).toBe('in_review');
      const waiting = Promise.withResolvers<void>();
      const answer = agent.awaitVerdict(
        { document_id, cursor },
        { onProgress: () => waiting.resolve() },
      );
      await waiting.promise;
      await grace.approve(document_id);
      expect(await answer).toMatchObject({
        changed: true,
        document_id,
        state: 'approved',
        revision: 1,
        verdict: 'approve',
        next: expect.stringContaining('`continue`'),
      });
    });

    test('the whole way ends with a person completing the group', async () => {
      const { gate, grace } = stage;
      const { agent, groupId } = await agentIn(gate, grace, {}, era);
      const first = await agent.continue();
      expect(first).toMatchObject({ assignment: { type: 'T', step: 2 }, remaining: 2 });
      const { document_id: taskId } = await agent.submit(task());
      await grace.approve(taskId);

      const second = await agent.continue();
      expect(second.assignment).toMatchObject({ type: 'TR', claims_required: true });
      const { document_id: reportId, cursor } = await agent.submit(report());
      await grace.approve(reportId);
      const heard = await agent.awaitVerdict({ document_id: reportId, cursor });
      expect(heard).toMatchObject({
        state: 'approved',
        run: { state: 'ended', reason: 'target_reached' },
        next: expect.stringContaining('End here'),
      });

      const { documents, group } = await grace.readGroup(groupId);
      const closing = documents.find(({ type }: { type: string }) => type === 'AC');
      expect(group.state).toBe('open');
      expect(closing).toMatchObject({ state: 'in_review', author: { kind: 'system' } });
      await grace.approve(closing.id);
      const after = await grace.readGroup(groupId);
      expect(after.group.state).toBe('completed');
      expect((await agent.continue()).next).toContain('End here');
    });

    test('an approval of a revision that was replaced meanwhile lands nowhere', async () => {
      const { gate, grace } = stage;
      const { agent } = await agentIn(gate, grace, {}, era);
      const { document_id } = await agent.submit(task());
      const second = await agent.submit(task({ document_id, title: 'Shipping for free' }));
      expect(second).toMatchObject({ document_id, revision: 2, state: 'in_review' });
      const stale = await grace.post(`/documents/${document_id}/approval`, { revision: 1 });
      expect(stale).toMatchObject({ status: 409, body: { code: 'revision_replaced' } });
      const approved = await grace.approve(document_id, 2);
      expect(approved.document).toMatchObject({ state: 'approved', revision: 2 });
    });
  });
});
