/** The server restarts while an agent waits: nothing is lost, and what happened meanwhile is told. */
import { describe, expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import { onEveryDatabase, submittedTask, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

onEveryDatabase((stage) => {
  describe.each(ERAS)('through the %s client', (era) => {
    test('the wait ends, and with its cursor goes on at the next process', async () => {
      const { gate, grace } = stage;
      const { agent, documentId, cursor } = await submittedTask(stage, {}, era);
      const waiting = Promise.withResolvers<void>();
      const cut = agent.awaitVerdict(
        { document_id: documentId, cursor },
        { onProgress: () => waiting.resolve() },
      );
      await waiting.promise;
      await gate.restart();
      const { changed, next, cursor: later } = await cut;
      expect(changed).toBe(false);
      expect(next).toContain('`await_verdict`');
      // The verdict falls while nobody waits.
      await grace.requestRevision(documentId, 'Name the currency.');
      expect(await agent.awaitVerdict({ document_id: documentId, cursor: later })).toMatchObject({
        changed: true,
        state: 'revision_requested',
        reasons: [{ text: 'Name the currency.' }],
      });
    });

    test('a token, a run and an open question outlive the process', async () => {
      const { gate, grace } = stage;
      const { agent, documentId, groupId } = await submittedTask(stage, {}, era);
      const { question_ids } = await agent.must('clarify', { questions: [{ text: 'Net?' }] });
      await gate.restart();
      expect((await grace.readGroup(groupId)).runs).toMatchObject([
        { state: 'waiting', reason: 'question_open' },
      ]);
      await grace.must(grace.post(`/questions/${question_ids[0]}/answers`, { text: 'Yes.' }));
      expect(await agent.submit(task())).toMatchObject({
        document_id: documentId,
        replayed: true,
      });
      await grace.approve(documentId);
      expect((await agent.continue()).assignment).toMatchObject({ type: 'TR' });
      expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
    });
  });
});
