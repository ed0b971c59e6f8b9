/** One review, sent once: comments with their places, reasons that are comments, threads across revisions. */
import { describe, expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import type { PersonClient } from '../support/person-client.ts';
import {
  CLAIM,
  codeOf,
  onEveryDatabase,
  report,
  submittedTask,
  TASK,
  task,
} from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

const LIMIT = 'Orders above 50 EUR ship for free.';

const must = (text: string, more: object = {}) => ({
  ...{ weight: 'must', text, anchor: { quote: LIMIT } },
  ...more,
});

const review = (person: PersonClient, document_id: string, more: object) =>
  person.post('/reviews', { document_id, revision: 1, ...more });

const threadsOf = async (person: PersonClient, documentId: string, revision?: number) =>
  (
    await person.must(
      person.get(`/documents/${documentId}/threads${revision ? `?revision=${revision}` : ''}`),
    )
  ).threads;

onEveryDatabase((stage) => {
  describe.each(ERAS)('through the %s client', (era) => {
    test('every must and question of a negative verdict is a reason, answered in its thread', async () => {
      const { grace } = stage;
      const { agent, documentId, cursor } = await submittedTask(stage, {}, era);
      const sent = await grace.must(
        review(grace, documentId, {
          verdict: 'request_revision',
          summary: 'Nearly there.',
          comments: [
            must('Name the currency of the threshold.', {
              suggestion: { old: LIMIT, new: 'Orders above 50.00 EUR (gross) ship for free.' },
            }),
            { weight: 'question', text: 'Gross or net?', anchor: { line_from: 7 } },
            { weight: 'nit', text: 'A comma is missing.' },
            { weight: 'praise', text: 'Short.' },
          ],
        }),
      );
      expect(sent).toMatchObject({ document: { state: 'revision_requested' }, held: null });
      expect(sent.thread_ids).toHaveLength(4);

      const heard = await agent.awaitVerdict({ document_id: documentId, cursor });
      expect(heard).toMatchObject({
        verdict: 'request_revision',
        comments: ['Nearly there.'],
        reasons: [
          {
            text: 'Name the currency of the threshold.',
            weight: 'must',
            anchor: { quote: LIMIT, line_from: 3, line_to: 3 },
            suggestion: { old: LIMIT, new: 'Orders above 50.00 EUR (gross) ship for free.' },
          },
          {
            text: 'Gross or net?',
            weight: 'question',
            anchor: { quote: '1. An order of 50.01 EUR has no shipping line.', line_from: 7 },
          },
        ],
      });
      const { reasons } = (await agent.continue()).assignment;
      expect(reasons).toEqual(heard.reasons);

      const body = `# Free shipping\n\nNew above.\n\n${TASK.replace(LIMIT, 'Above 50 EUR gross: free.')}`;
      await agent.submit(
        task({
          document_id: documentId,
          body,
          responses: [
            { reason_id: reasons[0].reason_id, text: 'It says gross now.' },
            { reason_id: reasons[1].reason_id, text: 'See the root.', done: false },
          ],
        }),
      );
      const threads = await threadsOf(grace, documentId);
      expect(byText(threads)).toMatchObject({
        'Name the currency of the threshold.': {
          ...{ state: 'done', outdated: true, quote: LIMIT, line_from: null },
          comments: [{ by: { name: 'grace' } }, { text: 'It says gross now.' }],
        },
        'Gross or net?': { state: 'open', outdated: false, line_from: 11, waits_on_author: false },
        'A comma is missing.': { state: 'open', quote: null, outdated: false },
        'Short.': { weight: 'praise' },
      });
      // The revision it was written on still shows it where it stood.
      const before = await threadsOf(grace, documentId, 1);
      expect(byText(before)).toMatchObject({
        'Name the currency of the threshold.': { line_from: 3, outdated: false },
      });
      expect((await grace.readDocument(documentId)).reasons).toMatchObject([
        { thread: reasons[0].reason_id, response: { text: 'It says gross now.', revision: 2 } },
        { thread: reasons[1].reason_id, response: { done: false, revision: 2 } },
      ]);
      expect(await brokenIn(stage.gate.dependencies.database.reader)).toEqual([]);
    });

    test('a comment without a verdict reaches the agent, which answers it with a new revision', async () => {
      const { grace } = stage;
      const { agent, documentId, groupId, cursor } = await submittedTask(stage, {}, era);
      await grace.must(review(grace, documentId, { comments: [must('Gross or net?')] }));
      const { waiting_for } = await grace.readDocument(documentId);
      expect(waiting_for.map(({ reason }: { reason: string }) => reason)).toContain('thread_open');
      const heard = await agent.awaitVerdict({ document_id: documentId, cursor });
      expect(heard).toMatchObject({ changed: true, state: 'in_review', verdict: null });
      expect(heard.reasons).toMatchObject([{ text: 'Gross or net?', anchor: { line_from: 3 } }]);
      expect(heard.next).toContain('responses');
      const responses = [{ reason_id: heard.reasons[0].reason_id, text: 'Gross: it says so now.' }];
      const body = `${TASK}\nAll prices are gross.\n`;
      await agent.submit(task({ document_id: documentId, body, responses }));
      const after = await grace.readDocument(documentId);
      expect(after.document).toMatchObject({ state: 'in_review', revision: 2 });
      expect(after.waiting_for.map(({ reason }: { reason: string }) => reason)).not.toContain(
        'thread_open',
      );
      const read = await agent.must('read', { id: documentId, part: 'summary' });
      expect(read.facts.threads).toMatchObject([
        { state: 'done', comments: [{ by: 'grace' }, { text: 'Gross: it says so now.' }] },
      ]);
      expect((await grace.readGroup(groupId)).documents).toHaveLength(2);
    });
  });

  test('an open must of my own holds my approval and nobody else, until I resolve it', async () => {
    const { gate, grace } = stage;
    const rita = await gate.person(`rita-${stage.gate.url.slice(-5)}`, 'reviewer');
    const { documentId } = await submittedTask(stage);
    const sent = await rita.must(review(rita, documentId, { comments: [must('No.')] }));
    const own = await rita.post(`/documents/${documentId}/approval`, { revision: 1 });
    expect(own).toMatchObject({ status: 409, body: { code: 'thread_open' } });
    const { verdicts } = await rita.readDocument(documentId);
    expect(verdicts).toContainEqual(expect.objectContaining({ verb: 'approve', allowed: false }));
    const [id] = sent.thread_ids;
    // The author's side may say that it is done, which resolves nothing.
    await grace.must(grace.post(`/threads/${id}/done`, { text: 'Done.' }));
    expect((await rita.post(`/documents/${documentId}/approval`, { revision: 1 })).status).toBe(
      409,
    );
    await rita.must(rita.post(`/threads/${id}/resolution`, { text: 'So it is.' }));
    await rita.must(rita.post(`/threads/${id}/resolution`));
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

function byText(threads: { comments: { text: string }[] }[]): Record<string, unknown> {
  return Object.fromEntries(threads.map((thread) => [thread.comments[0]?.text ?? '', thread]));
}
