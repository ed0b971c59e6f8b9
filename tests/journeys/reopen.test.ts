/** Reopening what was approved: later work becomes doubtful, and comes back by approval or confirmation. */
import { expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { onEveryDatabase, report, type Stage, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

interface Finished {
  readonly groupId: string;
  readonly taskId: string;
  readonly reportId: string;
  readonly closingId: string;
}

/** R, T and TR approved; only the final approval waits. */
async function finished({ gate, grace }: Stage): Promise<Finished> {
  const { agent, groupId } = await agentIn(gate, grace);
  const { document_id: taskId } = await agent.submit(task());
  await grace.approve(taskId);
  const { document_id: reportId } = await agent.submit(report());
  await grace.approve(reportId);
  return { groupId, taskId, reportId, closingId: `${groupId}.0004-AC` };
}

onEveryDatabase((stage) => {
  const reopen = (documentId: string, revision = 1) =>
    stage.grace.must(
      stage.grace.post(`/documents/${documentId}/reopening`, {
        revision,
        reason: 'The limit is 60 EUR now.',
      }),
    );
  const documentOf = async (documentId: string) =>
    (await stage.grace.readDocument(documentId)).document;

  test('what follows becomes stale, and approving the same body again lifts that', async () => {
    const { grace } = stage;
    const { groupId, taskId, reportId, closingId } = await finished(stage);
    await reopen(taskId);
    expect(await documentOf(taskId)).toMatchObject({ state: 'in_review' });
    expect(await documentOf(reportId)).toMatchObject({ state: 'approved', stale: true });
    expect(await documentOf(closingId)).toMatchObject({ stale: false });
    expect((await grace.readDocument(reportId)).stale_because).toEqual([taskId]);
    expect((await grace.readGroup(groupId)).group.head).toMatchObject({ type: 'T' });
    await grace.approve(taskId);
    expect(await documentOf(reportId)).toMatchObject({ state: 'approved', stale: false });
    await grace.approve(closingId, (await documentOf(closingId)).revision);
    expect((await grace.readGroup(groupId)).group.state).toBe('completed');
  });

  test('after another body the stale one holds up the final approval until somebody confirms it', async () => {
    const { gate, grace } = stage;
    const { groupId, taskId, reportId, closingId } = await finished(stage);
    await reopen(taskId);
    await grace.requestRevision(taskId, 'Write 60 EUR.');
    const issued = { project: 'shop', group: groupId, kind: 'continuation' };
    const { secret } = await grace.issueToken(issued);
    const agent = await gate.connect(secret);
    const { assignment } = await agent.continue();
    expect(assignment).toMatchObject({ document_id: taskId, type: 'T' });
    const responses = assignment.reasons.map(({ reason_id }: { reason_id: string }) => ({
      reason_id,
      text: 'It is 60 EUR.',
    }));
    const { revision } = await agent.submit(
      task({ document_id: taskId, title: 'Free from 60 EUR', responses }),
    );
    await grace.approve(taskId, revision);
    expect(await documentOf(reportId)).toMatchObject({ state: 'approved', stale: true });

    const closing = await documentOf(closingId);
    const refused = await grace.post(`/documents/${closingId}/approval`, {
      revision: closing.revision,
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'stale_documents' } });
    await grace.must(grace.post(`/documents/${reportId}/confirmation`, { revision: 1 }));
    expect(await documentOf(reportId)).toMatchObject({ state: 'approved', stale: false });
    const { judgements } = await grace.readDocument(reportId);
    expect(judgements).toContainEqual(
      expect.objectContaining({ verb: 'confirm', revision: 1, by: expect.anything() }),
    );
    await grace.approve(closingId, (await documentOf(closingId)).revision);
    expect((await grace.readGroup(groupId)).group.state).toBe('completed');
    expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
  });

  test('a stale document cannot be confirmed before what it rests on is approved again', async () => {
    const { grace } = stage;
    const { taskId, reportId } = await finished(stage);
    await reopen(taskId);
    const early = await grace.post(`/documents/${reportId}/confirmation`, { revision: 1 });
    expect(early).toMatchObject({ status: 409, body: { code: 'stale_predecessor' } });
    await grace.approve(taskId);
    const late = await grace.post(`/documents/${reportId}/confirmation`, { revision: 1 });
    expect(late).toMatchObject({ status: 409, body: { code: 'not_stale' } });
  });

  test('only maintainers make a completed group live again', async () => {
    const { gate, grace } = stage;
    const rita = await gate.person(`rita`, 'reviewer');
    const { groupId, reportId, closingId } = await finished(stage);
    await grace.approve(closingId);
    const body = { revision: 1, reason: 'It broke in production.' };
    const refused = await rita.post(`/documents/${reportId}/reopening`, body);
    expect(refused.status).toBe(409);
    await reopen(reportId);
    const { group } = await grace.readGroup(groupId);
    expect(group).toMatchObject({ state: 'open', head: { type: 'TR' } });
    await grace.approve(reportId);
    const closing = await documentOf(closingId);
    expect(closing.state).toBe('in_review');
    expect(closing.revision).toBeGreaterThan(1);
    await grace.approve(closingId, closing.revision);
    expect((await grace.readGroup(groupId)).group.state).toBe('completed');
    expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
  });

  test('the final approval takes nothing but an approval', async () => {
    const { grace } = stage;
    const { closingId } = await finished(stage);
    for (const verb of ['revision-request', 'rejection']) {
      const answer = await grace.post(`/documents/${closingId}/${verb}`, {
        revision: 1,
        reason: 'No.',
      });
      expect(answer).toMatchObject({ status: 409, body: { code: 'closing_is_approve_only' } });
    }
  });
});
