/** An agent asks instead of guessing, and is answered. */
import { describe, expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import { agentIn } from '../support/agents.ts';
import { codeOf, onEveryDatabase, submittedTask, task } from '../support/stories.ts';

const QUESTION = {
  text: 'Is the limit gross or net?',
  context: 'The requirement says "above 50 EUR".',
  options: ['Gross', 'Net'],
};
const ASSUMING = { ...QUESTION, blocking: false, assumption: 'The limit is gross.' };

onEveryDatabase((stage) => {
  describe.each(ERAS)('through the %s client', (era) => {
    test('a blocking question holds the head until a person answers, and the asker is told', async () => {
      const { gate, grace } = stage;
      const { agent, groupId } = await agentIn(gate, grace, {}, era);
      const asked = await agent.must('clarify', { questions: [QUESTION] });
      expect(asked).toMatchObject({ state: 'clarifying', question_ids: [`${groupId}-Q1`] });
      const [question_id] = asked.question_ids;
      expect(asked.next).toContain(question_id);
      expect(codeOf(await agent.call('submit', task()))).toBe('question_open');
      expect((await grace.readGroup(groupId)).group.clarifying).toBe(true);

      const waiting = Promise.withResolvers<void>();
      const answer = agent.awaitVerdict(
        { question_id, cursor: asked.cursor },
        { onProgress: () => waiting.resolve() },
      );
      await waiting.promise;
      const { options } = (await grace.readGroup(groupId)).questions[0];
      const given = { option: options[1].id, text: 'As on the invoice.' };
      await grace.must(grace.post(`/questions/${question_id}/answers`, given));
      expect(await answer).toMatchObject({
        changed: true,
        answers: [{ question_id, state: 'answered', option: 'Net', text: 'As on the invoice.' }],
      });
      const { assignment } = await agent.continue();
      expect(assignment.answers).toMatchObject([{ option: 'Net' }]);
      expect(await agent.submit(task())).toMatchObject({ state: 'in_review' });
    });

    test('an assumption is recorded on the document, and a disagreeing answer makes it stale', async () => {
      const { gate, grace } = stage;
      const { agent, groupId } = await agentIn(gate, grace, {}, era);
      const asked = await agent.must('clarify', { questions: [ASSUMING] });
      expect(asked.state).toBe('going_on');
      const { document_id } = await agent.submit(task());
      const before = await grace.readDocument(document_id);
      expect(before.assumptions).toEqual([ASSUMING.assumption]);
      expect(before.document.stale).toBe(false);

      const address = `/questions/${asked.question_ids[0]}/answers`;
      const unsaid = await grace.post(address, { option: 'o2' });
      expect(JSON.stringify(unsaid.body)).toContain('agrees_missing');
      await grace.must(grace.post(address, { option: 'o2', agrees: false }));
      expect((await grace.readDocument(document_id)).document.stale).toBe(true);
      expect(await agent.awaitVerdict({ document_id })).toMatchObject({
        changed: true,
        answers: [{ agrees: false, option: 'Net' }],
      });
      expect((await grace.readGroup(groupId)).group.head).toMatchObject({ type: 'T' });
    });
  });

  test('an agreeing answer leaves the document as sound as it was', async () => {
    const { gate, grace } = stage;
    const { agent } = await agentIn(gate, grace);
    const { document_id, question_ids } = await agent.submit(task({ questions: [ASSUMING] }));
    expect((await grace.readDocument(document_id)).assumptions).toEqual([ASSUMING.assumption]);
    const answer = { text: 'Yes.', agrees: true };
    await grace.must(grace.post(`/questions/${question_ids[0]}/answers`, answer));
    expect((await grace.readDocument(document_id)).document.stale).toBe(false);
    await grace.approve(document_id);
  });

  test('while a blocking question is open nothing is approved, but it may be sent back', async () => {
    const { grace } = stage;
    const { agent, documentId } = await submittedTask(stage);
    await agent.must('clarify', { questions: [QUESTION] });
    const refused = await grace.post(`/documents/${documentId}/approval`, { revision: 1 });
    expect(refused).toMatchObject({ status: 409, body: { code: 'question_open' } });
    const { verdicts } = await grace.readDocument(documentId);
    const offers = Object.fromEntries(
      verdicts.map(({ verb, allowed }: { verb: string; allowed: boolean }) => [verb, allowed]),
    );
    expect(offers).toMatchObject({ approve: false, request_revision: true, reject: true });
    await grace.requestRevision(documentId, 'Write down what you ask.');
  });

  test('its asker withdraws a question, and nobody else', async () => {
    const { gate, grace } = stage;
    const { agent, groupId } = await agentIn(gate, grace);
    const { question_ids } = await agent.must('clarify', { questions: [QUESTION] });
    const { secret } = await grace.issueToken({
      project: 'shop',
      group: groupId,
      kind: 'continuation',
    });
    const other = await gate.connect(secret);
    expect(codeOf(await other.call('clarify', { withdraw: question_ids }))).toBe(
      'not_your_question',
    );
    await agent.must('clarify', { withdraw: question_ids });
    expect((await grace.readGroup(groupId)).group.clarifying).toBe(false);
    const late = await grace.post(`/questions/${question_ids[0]}/answers`, { text: 'Net.' });
    expect(late).toMatchObject({ status: 409, body: { code: 'question_closed' } });
  });

  test('a person dismisses a question, and the agent decides for itself', async () => {
    const { gate, grace } = stage;
    const { agent } = await agentIn(gate, grace);
    const { question_ids, cursor } = await agent.must('clarify', { questions: [QUESTION] });
    const [question_id] = question_ids;
    await grace.must(
      grace.post(`/questions/${question_id}/dismissal`, { reason: 'It stands in R.' }),
    );
    expect(await agent.awaitVerdict({ question_id, cursor })).toMatchObject({
      changed: true,
      answers: [{ state: 'dismissed', text: 'It stands in R.' }],
      next: expect.stringContaining('dismissed'),
    });
    expect(await agent.submit(task())).toMatchObject({ state: 'in_review' });
  });

  test('an agent that holds answer answers others, never the agent of its own issuer', async () => {
    const { gate, admin, grace } = stage;
    await admin.must(admin.put('/projects/shop/members/admin', { role: 'maintainer' }));
    const { agent, groupId } = await agentIn(gate, grace);
    const { question_ids, cursor } = await agent.must('clarify', { questions: [QUESTION] });
    const [question_id] = question_ids;
    const answering = async (issuer: typeof grace) => {
      const { secret } = await issuer.issueToken({
        project: 'shop',
        group: groupId,
        kind: 'continuation',
        scopes: ['read', 'answer'],
      });
      return gate.connect(secret);
    };
    const input = { answers: [{ question_id, text: 'Net.' }] };
    const own = await answering(grace);
    expect(codeOf(await own.call('clarify', input))).toBe('question_not_yours_to_answer');
    const independent = await answering(admin);
    await independent.must('clarify', input);
    expect(await agent.awaitVerdict({ question_id, cursor })).toMatchObject({
      answers: [{ state: 'answered', text: 'Net.' }],
    });
  });
});
