/** A rejection means stop: the run ends, the agent reads why, and a person decides what happens next. */
import { describe, expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import { codeOf, onEveryDatabase, submittedTask, task } from '../support/stories.ts';

const WHY = 'The requirement itself is withdrawn by the customer.';

onEveryDatabase((stage) => {
  describe.each(ERAS)('through the %s client', (era) => {
    test('the run ends and the agent reads why', async () => {
      const { grace } = stage;
      const { agent, documentId, cursor, groupId } = await submittedTask(stage, {}, era);
      await grace.reject(documentId, WHY);
      expect(await agent.awaitVerdict({ document_id: documentId, cursor })).toMatchObject({
        changed: true,
        state: 'rejected',
        verdict: 'reject',
        reasons: [{ text: WHY }],
        run: { state: 'ended', reason: 'rejected' },
        next: expect.stringContaining('End here'),
      });
      const again = await agent.call('submit', task({ document_id: documentId, body: 'Other.\n' }));
      expect(again.isError).toBe(true);
      expect(await agent.continue()).toMatchObject({ assignment: null });
      const { group, documents } = await grace.readGroup(groupId);
      expect(group.head).toMatchObject({ type: 'T', state: 'rejected' });
      expect(documents).toHaveLength(2);
    });

    test("the step's token ends, and still hears the reason", async () => {
      const { grace } = stage;
      const { agent, documentId, groupId } = await submittedTask(stage, { kind: 'step' }, era);
      await grace.reject(documentId, WHY);
      const { tokens } = await grace.must(grace.get(`/tokens?group=${groupId}`));
      expect(tokens).toMatchObject([{ kind: 'step', state: 'ended' }]);
      const heard = await agent.awaitVerdict({ document_id: documentId });
      expect(heard).toMatchObject({ state: 'rejected', reasons: [{ text: WHY }] });
      expect(codeOf(await agent.call('submit', task()))).toBe('token_ended');
    });
  });

  test('a person reopens what was rejected, and an agent with a new token mends it', async () => {
    const { gate, grace } = stage;
    const { documentId, groupId } = await submittedTask(stage);
    await grace.reject(documentId, WHY);
    await grace.must(
      grace.post(`/documents/${documentId}/reopening`, {
        revision: 1,
        reason: 'They want it after all.',
      }),
    );
    const { document, reasons } = await grace.readDocument(documentId);
    expect(document.state).toBe('revision_requested');
    const open = reasons.filter(({ response }: { response?: object }) => response === undefined);
    const { secret } = await grace.issueToken({
      project: 'shop',
      group: groupId,
      kind: 'continuation',
    });
    const second = await gate.connect(secret);
    const { assignment } = await second.continue();
    expect(assignment).toMatchObject({ document_id: documentId });
    const responses = assignment.reasons.map(({ reason_id }: { reason_id: string }) => ({
      reason_id,
      text: 'Written anew.',
    }));
    expect(responses.length).toBe(open.length);
    const next = task({ document_id: documentId, body: 'Written anew.\n', responses });
    expect(await second.submit(next)).toMatchObject({ document_id: documentId, revision: 2 });
    await grace.approve(documentId, 2);
    expect((await grace.readDocument(documentId)).document.state).toBe('approved');
  });
});
