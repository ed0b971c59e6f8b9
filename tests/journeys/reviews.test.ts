/** What a review may say, whose approval a thread holds, who answers and who resolves it. */
import { expect, test } from 'vitest';
import { must, review, threadsOf } from '../support/reviews.ts';
import { CLAIM, codeOf, onEveryDatabase, report, submittedTask, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

onEveryDatabase((stage) => {
  test('an open must of my own holds my approval and nobody else, until I resolve it', async () => {
    const { gate, grace } = stage;
    const rita = await gate.person(`rita-${stage.gate.url.slice(-5)}`, 'reviewer');
    const { documentId } = await submittedTask(stage);
    const sent = await rita.must(review(rita, documentId, { comments: [must('No.')] }));
    const own = await rita.post(`/documents/${documentId}/approval`, { revision: 1 });
    expect(own).toMatchObject({ status: 409, body: { code: 'thread_open' } });
    const { verdicts, headline } = await rita.readDocument(documentId);
    expect(headline).toContain('1 thread open.');
    expect(verdicts).toContainEqual(expect.objectContaining({ verb: 'approve', allowed: false }));
    const [id] = sent.thread_ids;
    // The author's side may say that it is done, which resolves nothing.
    await grace.must(grace.post(`/threads/${id}/done`, { text: 'Done.' }));
    expect((await rita.post(`/documents/${documentId}/approval`, { revision: 1 })).status).toBe(
      409,
    );
    await rita.must(rita.post(`/threads/${id}/resolution`, { text: 'So it is.' }));
    await rita.must(rita.post(`/threads/${id}/resolution`));
    expect((await rita.readDocument(documentId)).headline).not.toContain('thread');
    const [thread] = await threadsOf(rita, documentId);
    expect(thread).toMatchObject({
      state: 'resolved',
      may: { reply: false, mark_done: false, resolve: false },
      comments: [{ text: 'No.' }, { text: 'Done.' }, { text: 'So it is.' }],
    });
    expect((await rita.approve(documentId)).document.state).toBe('approved');
    const late = await rita.post(`/threads/${id}/replies`, { text: 'One more thing.' });
    expect(late).toMatchObject({ status: 409, body: { code: 'thread_resolved' } });
  });

  test('only who raised a thread or a maintainer resolves it, and only the author marks it done', async () => {
    const { gate, grace } = stage;
    const port = stage.gate.url.slice(-5);
    const una = await gate.person(`una-${port}`, 'reviewer');
    const ugo = await gate.person(`ugo-${port}`, 'reviewer');
    const { documentId } = await submittedTask(stage);
    const { thread_ids } = await una.must(review(una, documentId, { comments: [must('No.')] }));
    const [id] = thread_ids;
    expect(await ugo.post(`/threads/${id}/resolution`)).toMatchObject({
      body: { code: 'thread_not_yours' },
    });
    expect(await ugo.post(`/threads/${id}/done`)).toMatchObject({
      body: { code: 'thread_not_author' },
    });
    await ugo.must(ugo.post(`/threads/${id}/replies`, { text: 'I think so too.' }));
    const told = await una.must(una.get('/notifications'));
    expect(told.notifications.map(({ kind }: { kind: string }) => kind)).toContain('comment.added');
    await grace.must(grace.post(`/threads/${id}/resolution`));
    expect((await threadsOf(una, documentId))[0]).toMatchObject({ state: 'resolved' });
  });

  test('comments on claims follow what the claim says', async () => {
    const { grace } = stage;
    const { agent, documentId } = await submittedTask(stage);
    await grace.approve(documentId);
    const { document_id } = await agent.submit(report());
    const about = (claim: number) => ({ weight: 'must', text: `On ${claim}`, anchor: { claim } });
    const none = await review(grace, document_id, { comments: [about(1), about(2)] });
    expect(none).toMatchObject({ status: 422 });
    expect(none.body.errors).toMatchObject([
      { path: 'comments[1].anchor', code: 'anchor_unknown' },
    ]);
    await grace.must(review(grace, document_id, { comments: [about(1)] }));
    const other = { ...CLAIM, statement: 'An order of 50.00 EUR pays for shipping.' };
    await agent.submit(report({ document_id, claims: [other, CLAIM] }));
    expect(await threadsOf(grace, document_id)).toMatchObject([{ claim: 2, outdated: false }]);
    await agent.submit(report({ document_id, claims: [other] }));
    expect(await threadsOf(grace, document_id)).toMatchObject([
      { claim: null, outdated: true, quote: CLAIM.statement },
    ]);
  });

  test('an approval with a must in it is refused, and nothing of it is stored', async () => {
    const { grace } = stage;
    const { documentId } = await submittedTask(stage);
    const both = { verdict: 'approve', comments: [must('But no.')] };
    expect(await review(grace, documentId, both)).toMatchObject({
      ...{ status: 409, body: { code: 'thread_open' } },
    });
    expect(await threadsOf(grace, documentId)).toEqual([]);
    const nits = {
      verdict: 'approve',
      summary: 'Good.',
      comments: [must('Hm.', { weight: 'nit' })],
    };
    expect((await grace.must(review(grace, documentId, nits))).document.state).toBe('approved');
    expect(await threadsOf(grace, documentId)).toMatchObject([{ weight: 'nit', state: 'open' }]);
  });

  test('a review needs something to say: a reason, or comments', async () => {
    const { grace } = stage;
    const { documentId } = await submittedTask(stage);
    const codes = async (more: object) =>
      (await review(grace, documentId, more)).body.errors?.map(
        ({ path, code }: { path: string; code: string }) => `${path} ${code}`,
      );
    const nit = must('Hm.', { weight: 'nit' });
    expect(await codes({ verdict: 'reject', comments: [nit] })).toEqual(['summary reason_missing']);
    expect(await codes({})).toEqual(['comments missing']);
    expect(await codes({ comments: [nit], summary: 'Hm.' })).toEqual(['summary combination']);
    const gone = must('Hm.', { anchor: { quote: 'Words that are not there.' } });
    expect(await codes({ comments: [gone] })).toEqual(['comments[0].anchor anchor_unknown']);
    const summary = { verdict: 'reject', summary: 'Stop: the shop is sold.' };
    expect((await grace.must(review(grace, documentId, summary))).document.state).toBe('rejected');
    expect((await grace.readDocument(documentId)).reasons).toMatchObject([
      { text: 'Stop: the shop is sold.' },
    ]);
  });

  test('a review of what somebody has replaced is refused whole', async () => {
    const { grace } = stage;
    const { agent, documentId } = await submittedTask(stage);
    await agent.submit(task({ document_id: documentId, title: 'Another' }));
    const late = await review(grace, documentId, {
      ...{ verdict: 'request_revision', comments: [must('No.')] },
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'revision_replaced' } });
    expect(await threadsOf(grace, documentId)).toEqual([]);
    // A comment alone may be on an older revision: it follows the text.
    await grace.must(review(grace, documentId, { comments: [must('No.')] }));
    expect(await threadsOf(grace, documentId)).toMatchObject([{ revision: 1, line_from: 3 }]);
  });

  test('of two reviewers at once both are heard, and one verdict decides', async () => {
    const { gate, grace } = stage;
    const port = stage.gate.url.slice(-5);
    const reviewers = [
      await gate.person(`rob-${port}`, 'reviewer'),
      await gate.person(`ron-${port}`, 'reviewer'),
    ];
    const { documentId } = await submittedTask(stage);
    const answers = await Promise.all(
      reviewers.map((one) =>
        review(one, documentId, {
          ...{ verdict: 'request_revision', comments: [must(`From ${one.username}`)] },
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409]);
    const threads = await threadsOf(grace, documentId);
    const { reasons } = await grace.readDocument(documentId);
    expect(threads).toHaveLength(1);
    expect(reasons).toMatchObject([{ thread: threads[0].id, text: threads[0].comments[0].text }]);

    const other = await submittedTask(stage);
    const comments = await Promise.all(
      reviewers.map((one) =>
        review(one, other.documentId, { comments: [must(`From ${one.username}`)] }),
      ),
    );
    expect(comments.map(({ status }) => status)).toEqual([201, 201]);
    expect(await threadsOf(grace, other.documentId)).toHaveLength(2);
    expect(await brokenIn(stage.gate.dependencies.database.reader)).toEqual([]);
  });

  test('an agent answers only reasons and threads that are there', async () => {
    const { grace } = stage;
    const { agent, documentId } = await submittedTask(stage);
    const { thread_ids } = await grace.must(review(grace, documentId, { comments: [must('No.')] }));
    await grace.must(grace.post(`/threads/${thread_ids[0]}/resolution`));
    const late = await agent.call('submit', {
      ...task({ document_id: documentId, title: 'Another' }),
      responses: [{ reason_id: thread_ids[0], text: 'Done.' }],
    });
    expect(codeOf(late)).toBe('input_invalid');
    expect(late.text).toContain('reason_unknown');
  });
});
