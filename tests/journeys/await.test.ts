/** Waiting for a person: bounded, resumable, woken by what concerns the caller and by nothing else. */
import { describe, expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import { agentIn } from '../support/agents.ts';
import { onEveryDatabase, submittedTask, task } from '../support/stories.ts';

/** Looks, and doesn't wait. */
const NOW = { max_wait_seconds: 0 };
/** More than one look at the log holds. */
const MORE_THAN_A_LOOK = 210;

onEveryDatabase((stage) => {
  const talkIn = async (groupId: string) => {
    const { grace } = stage;
    const opening = { type: 'CH', title: 'Elsewhere', body: 'What do you think?' };
    const opened = await grace.must(grace.post(`/groups/${groupId}/documents`, opening));
    return `/conversations/${opened.document_id}/turns`;
  };

  describe.each(ERAS)('through the %s client', (era) => {
    test('a verdict is told however much else happened since the cursor', async () => {
      const { grace } = stage;
      const {
        agent,
        documentId: document_id,
        cursor,
        groupId,
      } = await submittedTask(stage, {}, era);
      const turns = await talkIn(groupId);
      for (let turn = 1; turn <= MORE_THAN_A_LOOK; turn += 1) {
        await grace.must(grace.post(turns, { text: `Turn ${turn}.` }));
      }
      const quiet = await agent.awaitVerdict({ document_id, cursor, ...NOW });
      expect(quiet).toMatchObject({ changed: false, turns: [] });
      await grace.approve(document_id);
      for (const from of [cursor, quiet.cursor]) {
        expect(await agent.awaitVerdict({ document_id, cursor: from, ...NOW })).toMatchObject({
          changed: true,
          state: 'approved',
        });
      }
    });

    test("what is another's business ends no wait", async () => {
      const { gate, grace } = stage;
      const {
        agent,
        documentId: document_id,
        groupId,
        cursor,
      } = await submittedTask(stage, {}, era);
      const issued = { project: 'shop', group: groupId, kind: 'continuation' };
      const other = await gate.connect((await grace.issueToken(issued)).secret, era);
      const { question_ids } = await other.must('clarify', { questions: [{ text: 'Net?' }] });
      await grace.must(grace.post(`/questions/${question_ids[0]}/answers`, { text: 'Yes.' }));
      const waiting = { document_id, cursor, ...NOW };
      expect(await agent.awaitVerdict(waiting)).toMatchObject({ changed: false });
      expect(await other.awaitVerdict({ question_id: question_ids[0], ...NOW })).toMatchObject({
        changed: true,
        answers: [{ text: 'Yes.' }],
      });
    });

    test('a turn in a conversation it takes part in reaches an agent that waits for its verdict', async () => {
      const { grace } = stage;
      const { agent, documentId, groupId } = await submittedTask(stage, {}, era);
      const turns = await talkIn(groupId);
      const talk = turns.split('/')[2] ?? '';
      const { cursor } = await agent.must('converse', { document_id: talk, text: 'Ready?' });
      const waiting = Promise.withResolvers<void>();
      const heard = agent.awaitVerdict(
        { document_id: documentId, cursor },
        { onProgress: () => waiting.resolve() },
      );
      await waiting.promise;
      await grace.must(grace.post(turns, { text: 'Tomorrow.', based_on_turn: 1 }));
      expect(await heard).toMatchObject({
        changed: true,
        state: 'in_review',
        turns: [{ document_id: talk, turn: 2, by: 'grace', text: 'Tomorrow.' }],
        next: expect.stringContaining('`converse`'),
      });
    });

    test('without an id, its own turn and what was decided meanwhile answer at once', async () => {
      const { gate, grace } = stage;
      const { agent, documentId } = await submittedTask(stage, {}, era);
      expect(await agent.awaitVerdict(NOW)).toMatchObject({ changed: false, state: 'in_review' });
      await grace.approve(documentId);
      expect(await agent.awaitVerdict({})).toMatchObject({
        changed: true,
        next: expect.stringContaining('`continue`'),
      });
      // A step token has one document, wherever the head has gone.
      const step = await submittedTask(stage, { kind: 'step' }, era);
      await grace.approve(step.documentId);
      expect(await step.agent.awaitVerdict({})).toMatchObject({
        changed: true,
        document_id: step.documentId,
        state: 'approved',
      });
      expect(
        await agentIn(gate, grace, {}, era).then((fresh) => fresh.agent.awaitVerdict({})),
      ).toMatchObject({ changed: true, state: null });
    });

    test('a revoked token is told, and what it opened is shut', async () => {
      const { grace } = stage;
      const { agent, documentId, cursor, tokenId } = await submittedTask(
        stage,
        { kind: 'step' },
        era,
      );
      const waiting = Promise.withResolvers<void>();
      const answer = agent.awaitVerdict(
        { document_id: documentId, cursor },
        { onProgress: () => waiting.resolve() },
      );
      await waiting.promise;
      await grace.must(grace.delete(`/tokens/${tokenId}`));
      expect(await answer).toMatchObject({
        changed: true,
        next: expect.stringContaining('revoked'),
      });
      await expect(agent.call('await_verdict', { document_id: documentId })).rejects.toThrow();
    });

    test('a withdrawal ends a wait, and the step is open again', async () => {
      const { grace } = stage;
      const { agent, documentId, cursor } = await submittedTask(stage, {}, era);
      const waiting = Promise.withResolvers<void>();
      const answer = agent.awaitVerdict({ cursor }, { onProgress: () => waiting.resolve() });
      await waiting.promise;
      await grace.must(grace.post(`/documents/${documentId}/withdrawal`, { revision: 1 }));
      expect(await answer).toMatchObject({ changed: true });
    });

    test('asking again too soon is answered the same, with longer advice and a word about it', async () => {
      const { agent, documentId } = await submittedTask(stage, {}, era);
      let input: object = { document_id: documentId, ...NOW };
      const advised: number[] = [];
      const next: string[] = [];
      for (let times = 0; times < 5; times += 1) {
        const answer = await agent.awaitVerdict(input);
        expect(answer.changed).toBe(false);
        advised.push(answer.retry_after_seconds);
        next.push(answer.next);
        input = { ...input, cursor: answer.cursor };
      }
      expect(advised).toEqual([30, 60, 120, 300, 300]);
      expect(next[0]).not.toContain('sooner than advised');
      expect(next[1]).toContain('sooner than advised');
    });

    test('a cursor that the log has never reached says nothing of what was heard', async () => {
      const { grace } = stage;
      const { agent, documentId } = await submittedTask(stage, {}, era);
      await grace.approve(documentId);
      const cursor = Buffer.from('[900000]').toString('base64url');
      expect(await agent.awaitVerdict({ document_id: documentId, cursor, ...NOW })).toMatchObject({
        changed: true,
        state: 'approved',
      });
    });

    test('a worker bound to no group waits for work in its project', async () => {
      const { gate, admin } = stage;
      const project = `work-${era}`;
      await admin.createProject(project);
      const token = { project, kind: 'worker', types: ['T'] };
      const worker = await gate.connect((await admin.issueToken(token)).secret, era);
      const { cursor, next } = await worker.continue();
      expect(next).toContain('`await_verdict`');
      expect(await worker.awaitVerdict({ cursor, ...NOW })).toMatchObject({ changed: false });
      const waiting = Promise.withResolvers<void>();
      const heard = worker.awaitVerdict({ cursor }, { onProgress: () => waiting.resolve() });
      await waiting.promise;
      const { group, root } = await admin.openGroup(project);
      if (root.state !== 'approved') await admin.approve(root.id);
      expect(await heard).toMatchObject({
        changed: true,
        next: expect.stringContaining('`continue`'),
      });
      expect((await worker.continue()).assignments).toMatchObject([{ group: group.id, type: 'T' }]);
      expect(await worker.continue({ group: group.id })).toMatchObject({
        assignment: { type: 'T' },
      });
      expect(await worker.submit(task({ group: group.id }))).toMatchObject({ state: 'in_review' });
    });
  });
});
