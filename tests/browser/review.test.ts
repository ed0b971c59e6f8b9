/** The reviewer's half of the main job, in a browser: what an agent hands in is read, judged, and the agent told. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { report, task } from '../support/stories.ts';
import { type BrowserStage, hydrated, openAs, startBrowserStage, visit } from './browser-stage.ts';

const verdicts = (page: Page) => page.getByRole('region', { name: 'Verdict' });

let stage: BrowserStage;
beforeAll(async () => {
  stage = await startBrowserStage();
});
afterAll(() => stage?.stop());

test('a submission appears in the queue without a reload, and an approval reaches the waiting agent', async () => {
  const { agent, groupId } = await agentIn(stage.gate, stage.grace);
  const page = await openAs(stage, 'grace');
  await visit(page, '/queue');
  const { document_id, cursor } = await agent.submit(task({ title: 'Ship for free above 50 EUR' }));

  // New rows wait behind a line when others are on screen; an empty queue takes them at once.
  const fresh = page.getByRole('button', { name: /\d+ new/ });
  const row = page.getByRole('link', { name: /Ship for free above 50 EUR/ });
  await fresh.or(row).first().waitFor();
  if (await fresh.isVisible()) await fresh.click();
  await row.click();
  await page.getByRole('heading', { level: 1, name: 'Ship for free above 50 EUR' }).waitFor();

  const answer = agent.awaitVerdict({ document_id, cursor });
  await page.keyboard.press('a');
  await page.getByRole('button', { name: /Approve revision 1/ }).click();
  expect(await answer).toMatchObject({ changed: true, verdict: 'approve', state: 'approved' });

  await visit(page, `/groups/${groupId}`);
  await page.getByRole('listitem').filter({ hasText: 'Approved' }).first().waitFor();
});

test('an approval can be taken back while it is held, and then nobody has heard of it', async () => {
  const { agent } = await agentIn(stage.gate, stage.grace);
  const { document_id } = await agent.submit(task());
  const page = await openAs(stage, 'grace');
  await visit(page, `/documents/${document_id}`);
  await verdicts(page).getByRole('link', { name: 'Approve' }).click();
  await page.getByRole('button', { name: /Approve revision 1/ }).click();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.getByText('Taken back. Nothing was sent.').waitFor();
  expect((await stage.grace.readDocument(document_id)).held).toEqual([]);
  expect((await stage.grace.readDocument(document_id)).document.state).toBe('in_review');
});

test('two reasons send a report back, and its next revision opens on what changed and what was answered', async () => {
  const { agent } = await agentIn(stage.gate, stage.grace);
  const { document_id: taskId } = await agent.submit(task());
  await stage.grace.approve(taskId);
  const { document_id, cursor } = await agent.submit(report());

  const page = await openAs(stage, 'grace');
  await visit(page, `/documents/${document_id}`);
  await page.getByText('1 claim').first().waitFor();
  await page.keyboard.press('e');
  await page.getByLabel('What has to change').fill('Say which limit.');
  await page.getByRole('button', { name: 'Another reason' }).click();
  await page.getByLabel('What has to change 2').fill('Name the commit.');
  await page.keyboard.press('Control+Enter');

  const heard = await agent.awaitVerdict({ document_id, cursor });
  const reasons: { reason_id: string; text: string }[] = heard.reasons;
  expect(reasons.map(({ text }) => text)).toEqual(['Say which limit.', 'Name the commit.']);
  await agent.submit(
    report({
      document_id,
      body: '## Result\n\nDone: the limit of 50 EUR is checked before the shipping line is added.\n',
      responses: reasons.map(({ reason_id }) => ({
        reason_id,
        text: 'It stands there now.',
        done: true,
      })),
    }),
  );

  await visit(page, `/documents/${document_id}`);
  await page.getByText('You reviewed revision 1. Revision 2 changes this:').waitFor();
  expect(await page.locator('ins.added').allTextContents()).toContain('of 50 EUR ');
  expect(await page.getByText('It stands there now.').count()).toBe(2);
});

test('a revision that arrives while one reads is announced, and no verdict lands on what was not read', async () => {
  const { agent } = await agentIn(stage.gate, stage.grace);
  const { document_id } = await agent.submit(task({ title: 'First words' }));
  const page = await openAs(stage, 'grace');
  await visit(page, `/documents/${document_id}?view=read`);
  await page.getByRole('heading', { level: 1, name: 'First words' }).waitFor();
  await agent.submit(
    task({
      document_id,
      title: 'Other words',
      body: '## Goal\n\nOther.\n\n## Acceptance criteria\n\n1. One.\n',
    }),
  );

  await page.getByText('Revision 2 has arrived since you opened 1').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('First words');
  const approve = verdicts(page).getByRole('link', { name: 'Approve' });
  expect(await approve.getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('link', { name: 'See what changed' }).click();
  await hydrated(page);
  await page.getByText('Other.').first().waitFor();
});

test('a rejection needs a reason, and the agent is told why', async () => {
  const { agent } = await agentIn(stage.gate, stage.grace);
  const { document_id, cursor } = await agent.submit(task());
  const page = await openAs(stage, 'grace');
  await visit(page, `/documents/${document_id}`);
  await page.keyboard.press('x');
  await page.getByLabel('Why it is rejected').fill('We will not ship for free at all.');
  await page.getByRole('button', { name: 'Reject revision 1' }).click();
  const heard = await agent.awaitVerdict({ document_id, cursor });
  expect(heard).toMatchObject({ state: 'rejected', run: { state: 'ended', reason: 'rejected' } });
  expect(heard.reasons[0].text).toBe('We will not ship for free at all.');
});

test('a question with options is answered beside the document, and the agent goes on', async () => {
  const { agent, groupId } = await agentIn(stage.gate, stage.grace);
  const asked = await agent.must('clarify', {
    questions: [{ text: 'Gross or net?', options: ['Gross', 'Net'] }],
  });
  const page = await openAs(stage, 'grace');
  await visit(page, `/groups/${groupId}`);
  await page.getByLabel('Net').check();
  await page.getByRole('textbox', { name: 'Answer' }).fill('As on the invoice.');
  await page.getByRole('button', { name: 'Send the answer' }).click();
  const heard = await agent.awaitVerdict({
    question_id: asked.question_ids[0],
    cursor: asked.cursor,
  });
  expect(heard.answers).toMatchObject([{ option: 'Net', text: 'As on the invoice.' }]);
});
