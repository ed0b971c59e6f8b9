/** People write too: a step with their own hands, and the next revision of what was sent back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TASK } from '../support/stories.ts';
import { type BrowserStage, openAs, startBrowserStage, visit } from './browser-stage.ts';

let stage: BrowserStage;
beforeAll(async () => {
  stage = await startBrowserStage();
});
afterAll(() => stage?.stop());

test('an author answers each reason with the next revision of their requirement', async () => {
  const linus = await stage.gate.person('linus', 'author');
  const { group, root } = await linus.openGroup('shop');
  await stage.grace.requestRevision(root.id, 'Say what happens at 50 EUR to the cent.');

  const page = await openAs(stage, 'linus');
  await visit(page, `/documents/${root.id}`);
  await page.getByRole('link', { name: 'Write the next revision' }).click();
  await page.getByText('Say what happens at 50 EUR to the cent.').waitFor();
  await page.getByLabel('Response').fill('Criterion 2 says it now.');
  await page.getByLabel('Title').fill('Free shipping, to the cent');
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Free shipping, to the cent' }).waitFor();

  const after = await stage.grace.readDocument(root.id);
  expect(after.document).toMatchObject({ revision: 2, state: 'in_review' });
  expect(after.reasons[0].response).toMatchObject({ text: 'Criterion 2 says it now.', done: true });
  expect(group.id).toBe(after.group.id);
});

test('a maintainer writes the open step with their own hands', async () => {
  const { group } = await stage.grace.openGroup('shop');
  const page = await openAs(stage, 'grace');
  await visit(page, `/groups/${group.id}`);
  await page.getByRole('link', { name: 'Write this step yourself' }).click();
  await page.getByLabel('Title').fill('Ship for free');
  await page.getByLabel('Text').fill(TASK);
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ship for free' }).waitFor();
  const { documents } = await stage.grace.readGroup(group.id);
  expect(documents.map(({ type }: { type: string }) => type)).toContain('T');
});

test('what happens while the page turns to the new document leads nowhere else', async () => {
  const { group } = await stage.grace.openGroup('shop');
  const page = await openAs(stage, 'grace');
  await visit(page, `/groups/${group.id}/write`);
  let probes = 0;
  page.on('request', (request) => {
    if (request.method() === 'HEAD') probes += 1;
  });
  // The new page is kept back until the old one has heard of something and asked whether to read again, twice.
  await page.route(/\/documents\/.*__data/, async (route) => {
    const memo = { type: 'M', title: 'Beside', body: 'Seen.' };
    await stage.grace.must(stage.grace.post(`/groups/${group.id}/documents`, memo));
    const before = probes;
    await expect
      .poll(() => probes >= before + 2 || page.url().endsWith(group.id), { timeout: 20_000 })
      .toBe(true);
    await route.continue().catch(() => undefined);
  });
  await page.getByLabel('Title').fill('Ship for free, too');
  await page.getByLabel('Text').fill(TASK);
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ship for free, too' }).waitFor();
});
