/** Starting work: a requirement from a preset, its steps arranged, and a token with the lines to paste. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REQUIREMENT } from '../support/person-client.ts';
import { type BrowserStage, openAs, startBrowserStage, visit } from './browser-stage.ts';

let stage: BrowserStage;
beforeAll(async () => {
  stage = await startBrowserStage();
});
afterAll(() => stage?.stop());

test('a requirement with a preset becomes a group, and its token connects an agent', async () => {
  const page = await openAs(stage, 'grace');
  await visit(page, '/new');
  await page.getByLabel('Title').fill('Free shipping above 50 EUR');
  await page.getByLabel('Text').fill(REQUIREMENT);
  await page.getByRole('button', { name: 'Start the work' }).click();
  await page.getByRole('heading', { level: 1, name: 'Free shipping above 50 EUR' }).waitFor();
  const steps = page.getByRole('navigation', { name: 'Steps' }).getByRole('listitem');
  expect(await steps.count()).toBe(4);

  await page.getByRole('link', { name: 'Issue a token' }).click();
  await page.getByLabel('Label').fill('first agent');
  await page.getByRole('button', { name: 'Issue a token' }).click();
  await page.getByText('Token issued').first().waitFor();
  const line = (await page.locator('pre').first().textContent()) ?? '';
  expect(line).toContain('claude mcp add --transport http');
  const secret = /fg_[\w-]+/.exec(line)?.[0] ?? '';
  const agent = await stage.gate.connect(secret);
  expect((await agent.continue()).assignment).toMatchObject({ type: 'T' });
});

test('what is missing is said by the server, and nothing that was written is lost', async () => {
  const page = await openAs(stage, 'grace');
  await visit(page, '/projects/new');
  await page.getByLabel('Title').fill('Second shop');
  await page.getByLabel('Short name').fill('shop');
  await page.getByRole('button', { name: 'Create the project' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Title').inputValue()).toBe('Second shop');
});

test('a half-written requirement survives a reload', async () => {
  const page = await openAs(stage, 'grace');
  await visit(page, '/new');
  await page.getByLabel('Title').fill('Half a thought');
  await page.reload();
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  expect(await page.getByLabel('Title').inputValue()).toBe('Half a thought');
});

test('steps are taken out, added and moved by buttons', async () => {
  const { group } = await stage.grace.openGroup('shop');
  const page = await openAs(stage, 'grace');
  await visit(page, `/groups/${group.id}/edit`);
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('combobox').last().selectOption('D');
  await page.getByRole('button', { name: 'Move step 4 up' }).click();
  await page.getByRole('button', { name: 'Move step 3 up' }).click();
  await page.getByRole('button', { name: 'Save the steps' }).click();
  await page.waitForURL(`**/groups/${group.id}`);
  const { sequence } = await stage.grace.readGroup(group.id);
  expect(sequence.steps.map(({ type }: { type: string }) => type)).toEqual([
    'R',
    'D',
    'T',
    'TR',
    'AC',
  ]);
});

test('a token is revoked after one is asked', async () => {
  const { group } = await stage.grace.openGroup('shop');
  const { token } = await stage.grace.issueToken({
    project: 'shop',
    group: group.id,
    kind: 'step',
    label: 'to be revoked',
  });
  const page = await openAs(stage, 'grace');
  await visit(page, '/tokens');
  const row = page.getByRole('listitem').filter({ hasText: 'to be revoked' });
  await row.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await row.getByText('Revoked', { exact: true }).waitFor();
  const { tokens } = await stage.grace.must(stage.grace.get('/tokens'));
  expect(tokens.find(({ id }: { id: string }) => id === token.id).state).toBe('revoked');
});
