/** A maintainer defines a kind of document, sees how it will look, and it is used: with script and without. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { riskType } from '../support/own-types.ts';
import { type BrowserStage, openAs, startBrowserStage, visit } from './browser-stage.ts';

let stage: BrowserStage;
beforeAll(async () => {
  stage = await startBrowserStage();
});
afterAll(() => stage?.stop());

test('defined on its page, with its preview and its form; then a step is written by it', async () => {
  const page = await openAs(stage, 'grace');
  await visit(page, '/admin/types?project=shop');
  await page.getByRole('link', { name: 'New type' }).click();
  await page.getByLabel('Code').fill('RISK');
  await page.getByLabel('Name').first().fill('Risk note');
  await page.getByLabel('What it is for, in a sentence').first().fill('Says what could go wrong.');
  await page.getByLabel('Guide').first().fill('# Risk note\n\nName **three**.\n');
  await page.locator('.prose strong', { hasText: 'three' }).waitFor();
  await page.getByLabel('Template').first().fill('## What could go wrong\n');

  const first = page.getByRole('group', { name: 'Field 1' });
  await first.getByLabel('Name').fill('level');
  await first.getByLabel('Title').fill('Level');
  await first.getByLabel('Kind').selectOption('choice');
  await first.getByText('Options, columns, further limits').click();
  await first.getByLabel('Options or columns').fill('low\nhigh');
  await first.getByLabel('Required', { exact: true }).check();
  const made = page.getByRole('region', { name: 'The form it makes', includeHidden: true });
  await made.locator('option', { hasText: 'high' }).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Version 1').first().waitFor();

  const { group } = await stage.grace.openGroup('shop', {
    preset: undefined,
    steps: [{ type: 'RISK' }, { type: 'T' }],
  });
  await visit(page, `/groups/${group.id}/write`);
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toContain('could go wrong');
  await page.getByLabel('Title', { exact: true }).fill('What may break');
  await page.getByLabel('Level').selectOption('high');
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await page.getByRole('heading', { level: 1, name: 'What may break' }).waitFor();
  const { documents } = await stage.grace.readGroup(group.id);
  const risk = documents.find(({ type }: { type: string }) => type === 'RISK');
  expect((await stage.grace.readDocument(risk.id)).fields).toEqual({ level: 'high' });
});

test('a shipped type gets a version of the project’s own, and the old one can be looked at', async () => {
  const page = await openAs(stage, 'grace');
  await visit(page, '/admin/types/N?project=shop');
  await page.getByText('This type holds in every project').waitFor();
  await page.getByLabel('Name').first().fill('Look into it');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Look into it' }).waitFor();
  await page.getByLabel('Name').first().fill('Look into it well');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Look into it well' }).waitFor();
  await page.getByText('Changed: Name').waitFor();
  await page.getByRole('link', { name: 'Version 1' }).click();
  await page.getByText('You are looking at version 1').waitFor();
});

test('a fault stands beside its field, and nothing that was typed is lost', async () => {
  await stage.grace.must(stage.grace.post('/types', riskType({ project: 'shop', code: 'DOUBT' })));
  const page = await openAs(stage, 'grace');
  await visit(page, '/admin/types/DOUBT?project=shop');
  const ticket = page.getByRole('group', { name: 'Field 3' });
  await ticket.getByText('Options, columns, further limits').click();
  await ticket.getByLabel('Further JSON Schema').fill('{"pattern": "^(a+)+$"}');
  await page.getByRole('button', { name: 'Save' }).click();
  await ticket.getByText('is not a pattern that is sure to end quickly').waitFor();
  expect(await ticket.getByLabel('Further JSON Schema').inputValue()).toContain('(a+)+');
});

test('without script a preset is arranged, saved and used', async () => {
  const page = await openAs(stage, 'grace', { javaScriptEnabled: false });
  await page.goto('/admin/presets/new?project=shop');
  await page.getByLabel('Code').fill('quick_look');
  await page.getByLabel('Name').first().fill('Quick look');
  await page.getByLabel('What it is good for').first().fill('Design, then look.');
  await page.getByLabel('Type of step 2').selectOption('N');
  await page.getByLabel('Type of step 3').selectOption('D');
  await page.getByRole('button', { name: 'Move step 3 up' }).click();
  expect(await page.getByLabel('Type of step 2').inputValue()).toBe('D');
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByLabel('Type of step 4').selectOption('T');
  await page.getByRole('button', { name: 'Save' }).last().click();
  await page.getByText('Version 1').waitFor();
  const { sequence } = await stage.grace.openGroup('shop', { preset: 'quick_look' });
  expect(sequence.steps.map(({ type }: { type: string }) => type)).toEqual(
    'R D N NR T TR AC'.split(' '),
  );
});
