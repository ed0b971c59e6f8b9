/** One review, sent once: reasons that are comments, and their answers in the threads across revisions. */
import { describe, expect, test } from 'vitest';
import { ERAS } from '../support/agent-client.ts';
import { LIMIT, must, review, threadsOf } from '../support/reviews.ts';
import { onEveryDatabase, submittedTask, TASK, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

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
});

function byText(threads: { comments: { text: string }[] }[]): Record<string, unknown> {
  return Object.fromEntries(threads.map((thread) => [thread.comments[0]?.text ?? '', thread]));
}
