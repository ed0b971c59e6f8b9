/** A reviewer asks for a revision; the agent answers the reason and hands in again. */
import { describe, expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import { codeOf, onEveryDatabase, submittedTask, task } from '../support/stories.ts';

onEveryDatabase((stage) => {
  describe.each(ERAS)('through the %s client', (era) => {
    test('the reason reaches the agent, and its response stays paired with it', async () => {
      const { grace } = stage;
      const { agent, documentId, cursor } = await submittedTask(stage, {}, era);
      await grace.requestRevision(documentId, 'Name the currency of the limit.');
      const heard = await agent.awaitVerdict({ document_id: documentId, cursor });
      expect(heard).toMatchObject({
        changed: true,
        state: 'revision_requested',
        verdict: 'request_revision',
        reasons: [{ revision: 1, text: 'Name the currency of the limit.' }],
      });
      const [reason] = heard.reasons;
      expect(heard.next).toContain(reason.reason_id);

      const assignment = (await agent.continue()).assignment;
      expect(assignment).toMatchObject({ document_id: documentId, reasons: [reason] });

      const again = await agent.submit(
        task({
          document_id: documentId,
          body: 'Orders above 50 EUR.\n',
          responses: [{ reason_id: reason.reason_id, text: 'It says EUR now.' }],
        }),
      );
      expect(again).toMatchObject({ document_id: documentId, revision: 2, state: 'in_review' });
      const { reasons } = await grace.readDocument(documentId);
      expect(reasons).toMatchObject([
        {
          id: reason.reason_id,
          revision: 1,
          text: 'Name the currency of the limit.',
          by: { kind: 'person', name: 'grace' },
          response: { text: 'It says EUR now.', done: true, revision: 2 },
        },
      ]);
      await grace.approve(documentId, 2);
      expect(
        await agent.awaitVerdict({ document_id: documentId, cursor: again.cursor }),
      ).toMatchObject({ state: 'approved', revision: 2 });
    });

    test('every reason needs its response, and only open reasons take one', async () => {
      const { grace } = stage;
      const { agent, documentId } = await submittedTask(stage, {}, era);
      const reasons = ['Name the currency.', 'Say what happens at exactly 50.'];
      await grace.must(
        grace.post(`/documents/${documentId}/revision-request`, { revision: 1, reasons }),
      );
      const { reasons: open } = await agent.awaitVerdict({ document_id: documentId });
      expect(open.map(({ text }: { text: string }) => text)).toEqual(reasons);
      const next = task({ document_id: documentId, body: 'Mended.\n' });

      const none = await agent.call('submit', next);
      expect(codeOf(none)).toBe('input_invalid');
      for (const { reason_id } of open) expect(none.text).toContain(reason_id);
      const invented = await agent.call('submit', {
        ...next,
        responses: [
          { reason_id: open[0].reason_id, text: 'Done.' },
          { reason_id: 'invented', text: 'Done.' },
        ],
      });
      expect(invented.text).toContain('response_missing');
      expect(invented.text).toContain('reason_unknown');

      const responses = open.map(({ reason_id }: { reason_id: string }) => ({
        reason_id,
        text: 'I disagree: the root says so already.',
        done: false,
      }));
      expect(await agent.submit({ ...next, responses })).toMatchObject({ revision: 2 });
    });
  });

  test('a body handed in unchanged is refused, and the second time the run is paused', async () => {
    const { grace } = stage;
    const { agent, documentId, groupId } = await submittedTask(stage);
    await grace.requestRevision(documentId, 'Name the currency.');
    const { reasons } = await agent.awaitVerdict({ document_id: documentId });
    const same = task({
      document_id: documentId,
      responses: [{ reason_id: reasons[0].reason_id, text: 'It is named.' }],
    });
    expect(codeOf(await agent.call('submit', same))).toBe('no_change');
    expect(codeOf(await agent.call('submit', same))).toBe('no_change');
    const { runs, documents } = await grace.readGroup(groupId);
    expect(runs).toMatchObject([{ state: 'paused', reason: 'no_change' }]);
    expect(documents.find(({ id }: { id: string }) => id === documentId)).toMatchObject({
      state: 'revision_requested',
      revision: 1,
    });
    await grace.must(grace.post(`/runs/${runs[0].id}/resume`));
    const mended = { ...same, body: 'Orders above 50 EUR.\n' };
    expect(await agent.submit(mended)).toMatchObject({ revision: 2 });
  });

  test('a negative verdict without a reason is refused', async () => {
    const { grace } = stage;
    const { documentId } = await submittedTask(stage);
    for (const verb of ['revision-request', 'rejection']) {
      const answer = await grace.post(`/documents/${documentId}/${verb}`, { revision: 1 });
      expect(answer.status).toBe(422);
      expect(JSON.stringify(answer.body)).toContain('reason_missing');
    }
    expect((await grace.readDocument(documentId)).document.state).toBe('in_review');
  });

  test('what is sent back cannot be approved before it is handed in again', async () => {
    const { grace } = stage;
    const { documentId } = await submittedTask(stage);
    await grace.requestRevision(documentId, 'Name the currency.');
    const answer = await grace.post(`/documents/${documentId}/approval`, { revision: 1 });
    expect(answer).toMatchObject({ status: 409, body: { code: 'state_forbids' } });
  });
});
