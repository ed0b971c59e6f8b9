/** The whole loop without a mouse, and letters that rest while somebody types. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { task } from '../support/stories.ts';
import { type BrowserStage, openAs, startBrowserStage, visit } from './browser-stage.ts';

let stage: BrowserStage;
beforeAll(async () => {
  stage = await startBrowserStage();
});
afterAll(() => stage?.stop());

test('from the queue to a verdict form and back', async () => {
  const { agent } = await agentIn(stage.gate, stage.grace);
  const { document_id } = await agent.submit(task({ title: 'By the keys' }));
  const page = await openAs(stage, 'grace');
  await visit(page, '/groups');
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.waitForURL('**/queue');
  await page.getByRole('link', { name: /By the keys/ }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/documents/${document_id}`);
  await page.getByRole('heading', { level: 1, name: 'By the keys' }).waitFor();

  await page.keyboard.press('e');
  const reason = page.getByLabel('What has to change');
  await reason.waitFor();
  // Letters are only letters in a field.
  await page.keyboard.type('a x q');
  expect(await reason.inputValue()).toBe('a x q');
  await page.keyboard.press('Escape');
  await reason.waitFor({ state: 'detached' });

  await page.keyboard.press('t');
  await page.waitForURL('**view=changes');
  await page.keyboard.press('u');
  await page.waitForURL('**/queue');
});

test('the sheet names the keys of the screen, and they can be switched off', async () => {
  const page = await openAs(stage, 'grace');
  await visit(page, '/account');
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Go to the queue').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Off', exact: true }).click();
  await page.getByRole('button', { name: 'Off', exact: true, pressed: true }).waitFor();
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').count()).toBe(0);
});
