/** Without scripts: everything can be read, and every form still works. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { PASSWORD } from '../support/gate.ts';
import { report, task } from '../support/stories.ts';
import { type BrowserStage, openAs, openPage, startBrowserStage } from './browser-stage.ts';

const NO_SCRIPT = { javaScriptEnabled: false };

let stage: BrowserStage;
beforeAll(async () => {
  stage = await startBrowserStage();
});
afterAll(() => stage?.stop());

test('one signs in and reads the queue', async () => {
  const page = await openPage(stage, NO_SCRIPT);
  await page.goto('/sign-in');
  await page.getByLabel('Username').fill('grace');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
});

test('one reads a report with its claims, and sends it back with a reason', async () => {
  const { agent } = await agentIn(stage.gate, stage.grace);
  const { document_id: taskId } = await agent.submit(task());
  await stage.grace.approve(taskId);
  const { document_id } = await agent.submit(report());
  const page = await openAs(stage, 'grace', NO_SCRIPT);
  await page.goto(`/documents/${document_id}`);
  await page.getByText('the limit is checked before the shipping line').waitFor();
  await page.getByText('$ node --test shipping.test.ts').waitFor();

  await page
    .getByRole('region', { name: 'Verdict' })
    .getByRole('link', { name: 'Request revision' })
    .click();
  await page.getByLabel('What has to change').fill('Name the file.');
  await page.getByRole('button', { name: 'Send revision 1 back' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  const { held } = await stage.grace.readDocument(document_id);
  expect(held).toMatchObject([{ verb: 'request_revision', mine: true }]);
});

test('one answers a question', async () => {
  const { agent, groupId } = await agentIn(stage.gate, stage.grace);
  await agent.must('clarify', {
    questions: [{ text: 'Gross or net?', options: ['Gross', 'Net'] }],
  });
  const page = await openAs(stage, 'grace', NO_SCRIPT);
  await page.goto(`/groups/${groupId}`);
  await page.getByLabel('Gross').check();
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await page.getByText('Answered').first().waitFor();
});

test('one revokes a token', async () => {
  await agentIn(stage.gate, stage.grace, { label: 'scriptless' });
  const page = await openAs(stage, 'grace', NO_SCRIPT);
  await page.goto('/tokens');
  const row = page.getByRole('listitem').filter({ hasText: 'scriptless' });
  await row.getByRole('button', { name: 'Revoke' }).click();
  await row.getByText('Revoked', { exact: true }).waitFor();
});
