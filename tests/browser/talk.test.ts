/** People ask, answer and talk in the app, and see what others say as it is said. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { type BrowserStage, openAs, startBrowserStage, visit } from './browser-stage.ts';

let stage: BrowserStage;
beforeAll(async () => {
  stage = await startBrowserStage();
});
afterAll(() => stage?.stop());

const OPENING = { type: 'CH', title: 'The trailer line', body: 'With or without?' };

async function talkIn(groupId: string): Promise<string> {
  const { grace } = stage;
  const opened = await grace.must(grace.post(`/groups/${groupId}/documents`, OPENING));
  return opened.document_id;
}

test('a conversation goes on in two windows at once, and a draft outlives a reload', async () => {
  const { gate, grace } = stage;
  await gate.person('walt', 'author');
  const { agent, groupId } = await agentIn(gate, grace);
  const id = await talkIn(groupId);
  const [hers, his] = [await openAs(stage, 'grace'), await openAs(stage, 'walt')];
  await visit(hers, `/conversations/${id}`);
  await visit(his, `/conversations/${id}`);

  const box = hers.getByLabel('Your turn');
  await box.fill('Without,');
  await box.press('Shift+Enter');
  await box.pressSequentially('I say.');
  await box.press('Enter');
  await his.getByText('Without,').waitFor();
  expect(await box.inputValue()).toBe('');

  // The Enter that ends a composition sends nothing.
  const answer = his.getByLabel('Your turn');
  await answer.fill('안녕');
  await answer.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  expect(await answer.inputValue()).toBe('안녕');
  await his.reload();
  await his.getByLabel('Your turn').waitFor();
  await expect.poll(() => his.getByLabel('Your turn').inputValue()).toBe('안녕');
  await his.getByRole('button', { name: 'Send' }).click();
  await hers.getByText('안녕').waitFor();

  await agent.must('converse', { document_id: id, text: 'Settled.', based_on_turn: 1 });
  await hers.getByText('Written before turn 2 was read').waitFor();
  await his.getByText('Settled.').waitFor();
  const { turns } = await grace.must(grace.get(`/conversations/${id}/turns`));
  expect(turns.map(({ text }: { text: string }) => text)).toEqual([
    'Without,\nI say.',
    '안녕',
    'Settled.',
  ]);
});

test('a conversation and a memo are opened from the page of their group', async () => {
  const { gate, grace } = stage;
  const { groupId } = await agentIn(gate, grace);
  const page = await openAs(stage, 'grace');
  await visit(page, `/groups/${groupId}`);
  await page.getByRole('link', { name: 'Open a conversation' }).click();
  await page.getByLabel('Title').fill('Which currency?');
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await page.waitForURL(/\/conversations\//);
  await page.getByRole('heading', { name: 'Which currency?' }).waitFor();
  await page.getByText('Nobody has said anything yet').waitFor();

  await visit(page, `/groups/${groupId}`);
  await page.getByRole('link', { name: 'Which currency?' }).waitFor();
  await page.getByRole('link', { name: 'Write a memo' }).click();
  await page.getByLabel('Title').fill('Seen in the shop');
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await page.waitForURL(/\/documents\//);
});

test('a question is asked on the page of its group, handed on, and answered with an option', async () => {
  const { gate, grace } = stage;
  await gate.person('rita', 'reviewer');
  const { groupId } = await agentIn(gate, grace);
  const hers = await openAs(stage, 'grace');
  await visit(hers, `/groups/${groupId}`);
  await hers.getByText('Ask a question').click();
  await hers.getByLabel('Question', { exact: true }).fill('Gross or net?');
  await hers.getByLabel('Options, one on each line').fill('Gross\nNet');
  await hers.getByRole('button', { name: 'Ask', exact: true }).click();
  await hers.getByText('Asked: reviewer', { exact: false }).waitFor();

  await hers.getByText('Hand it to somebody else').click();
  const card = hers.locator('article', { hasText: 'Gross or net?' });
  await card.getByLabel('Whom to ask').selectOption({ label: 'rita' });
  await hers.getByRole('button', { name: 'Hand it on' }).click();
  await hers.getByText('Asked: rita').waitFor();

  const page = await openAs(stage, 'rita');
  await visit(page, '/questions?show=mine');
  await page.getByLabel('Net', { exact: true }).check();
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await page.getByText('Nobody waits for an answer of yours.').waitFor();
  await hers.getByText('Answered', { exact: true }).waitFor();
});
