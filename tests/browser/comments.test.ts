/** Comments in a browser: written beside the text, sent with the verdict, and met again beside their answers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { LIMIT, threadsOf } from '../support/reviews.ts';
import { TASK, task } from '../support/stories.ts';
import { type BrowserStage, openAs, startBrowserStage, visit } from './browser-stage.ts';

let stage: BrowserStage;
beforeAll(async () => {
  stage = await startBrowserStage();
});
afterAll(() => stage?.stop());

test('a comment on a selection goes with the verdict, and its answer stands beside it on the next revision', async () => {
  const { agent } = await agentIn(stage.gate, stage.grace);
  const { document_id, cursor } = await agent.submit(task());
  const page = await openAs(stage, 'grace');
  await visit(page, `/documents/${document_id}`);
  const comments = page.getByRole('region', { name: 'Comments' });

  await page.getByText(LIMIT).selectText();
  await page.keyboard.press('c');
  await page.keyboard.type('Gross or net?');
  await comments.getByText('Suggest other words').click();
  await comments.getByLabel('Instead of').fill(LIMIT);
  await comments.getByLabel('Write this').fill('Orders above 50 EUR gross ship for free.');
  await comments.getByRole('button', { name: 'Add to my review' }).click();
  await comments.getByText('Finish your review · 1').waitFor();
  // What is written survives a reload, and nobody has heard of it.
  await visit(page, `/documents/${document_id}`);
  await comments.getByText('Finish your review · 1').waitFor();
  expect(await threadsOf(stage.grace, document_id)).toEqual([]);

  await page.keyboard.press('e');
  await page.getByText('1 comment goes with it.').waitFor();
  await page.keyboard.press('Control+Enter');
  const heard = await agent.awaitVerdict({ document_id, cursor });
  expect(heard.reasons).toMatchObject([
    {
      ...{ text: 'Gross or net?', weight: 'must', anchor: { quote: LIMIT, line_from: 3 } },
      suggestion: { old: LIMIT, new: 'Orders above 50 EUR gross ship for free.' },
    },
  ]);

  const [{ reason_id }] = heard.reasons;
  await agent.submit(
    task({
      document_id,
      body: `New first line.\n\n${TASK}\nPrices are gross.\n`,
      responses: [{ reason_id, text: 'Gross: the last line says so.' }],
    }),
  );
  await visit(page, `/documents/${document_id}?view=read`);
  const card = comments.getByRole('listitem').filter({ hasText: 'Gross or net?' });
  await card.getByText('Gross: the last line says so.').waitFor();
  await card.getByText('Done, not confirmed').waitFor();
  await card.getByRole('link', { name: 'Line 5' }).waitFor();
  await page.getByRole('link', { name: '1 comment here' }).waitFor();

  const approve = page
    .getByRole('region', { name: 'Verdict' })
    .getByRole('link', { name: 'Approve' });
  expect(await approve.getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('n');
  await page.keyboard.press('w');
  await comments.getByText('1 resolved').waitFor();
  await expect.poll(() => approve.getAttribute('aria-disabled')).toBe('false');
});

test('by keyboard alone a block gets a comment that is sent without a verdict', async () => {
  const { agent } = await agentIn(stage.gate, stage.grace);
  const { document_id } = await agent.submit(task());
  const page = await openAs(stage, 'grace');
  await visit(page, `/documents/${document_id}`);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await page.keyboard.type('Name the currency.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Send without a verdict' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Name the currency.' })
    .getByText('Open')
    .waitFor();
  expect(await threadsOf(stage.grace, document_id)).toMatchObject([
    { line_from: 3, quote: LIMIT, weight: 'must', state: 'open' },
  ]);
  await page.keyboard.press('n');
  await page.keyboard.press('r');
  await page.keyboard.type('EUR, I think.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('EUR, I think.').waitFor();
});

test('without script a line is picked in the source, commented on, and sent', async () => {
  const { agent } = await agentIn(stage.gate, stage.grace);
  const { document_id } = await agent.submit(task());
  const page = await openAs(stage, 'grace', { javaScriptEnabled: false });
  await page.goto(`/documents/${document_id}?view=source`);
  await page.getByRole('link', { name: 'Comment on line 3' }).click();
  await page.getByLabel('Comment', { exact: true }).fill('Gross or net?');
  await page.getByRole('button', { name: 'Add to my review' }).click();
  await page.getByRole('button', { name: 'Send without a verdict' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Gross or net?' }).getByText('Open').waitFor();
  expect(await threadsOf(stage.grace, document_id)).toMatchObject([{ line_from: 3, quote: LIMIT }]);
});
