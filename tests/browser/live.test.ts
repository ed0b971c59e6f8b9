/** What happens elsewhere shows by itself, and takes nothing from under the reader's hands. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { task } from '../support/stories.ts';
import { type BrowserStage, openAs, startBrowserStage, visit } from './browser-stage.ts';

let stage: BrowserStage;
beforeAll(async () => {
  stage = await startBrowserStage();
});
afterAll(() => stage?.stop());

test('a new row waits behind a line, and what was decided elsewhere says so where it stands', async () => {
  const [first, second] = await Promise.all([
    agentIn(stage.gate, stage.grace),
    agentIn(stage.gate, stage.grace),
  ]);
  const { document_id } = await first.agent.submit(task({ title: 'The first' }));
  const page = await openAs(stage, 'grace');
  await visit(page, '/queue');
  const row = page.getByRole('link', { name: /The first/ });
  await row.waitFor();

  await second.agent.submit(task({ title: 'The second' }));
  const line = page.getByRole('button', { name: /\d+ new/ });
  await line.waitFor();
  expect(await page.getByRole('link', { name: /The second/ }).count()).toBe(0);
  await stage.grace.approve(document_id);
  await row.getByText('No longer waiting').waitFor();

  await line.click();
  await page.getByRole('link', { name: /The second/ }).waitFor();
});

test('a refresh leaves a half-written reason and the cursor where they are', async () => {
  const { agent } = await agentIn(stage.gate, stage.grace);
  const { document_id } = await agent.submit(task());
  const page = await openAs(stage, 'grace');
  await visit(page, `/documents/${document_id}`);
  await page.keyboard.press('e');
  const reason = page.getByLabel('What has to change');
  await reason.fill('Say which ');
  await agent.must('clarify', {
    questions: [{ text: 'Gross or net?', blocking: false, assumption: 'Gross.' }],
    document_id,
  });
  await page.getByText('Gross or net?').waitFor();
  await page.keyboard.type('limit.');
  expect(await reason.inputValue()).toBe('Say which limit.');
});

test('a page left open goes on by itself after the server was restarted', async () => {
  const { agent } = await agentIn(stage.gate, stage.grace);
  const page = await openAs(stage, 'grace');
  const { group } = await stage.grace.openGroup('shop', { title: 'Left open' });
  await visit(page, `/groups/${group.id}`);
  await agent.close();
  await stage.gate.restart();
  await stage.grace.must(
    stage.grace.post(`/groups/${group.id}/discard`, { reason: 'Nobody wants it.' }),
  );
  await page.getByText('Discarded: Nobody wants it.').waitFor();
});

test('while the line is down the page stays readable and says so, and afterwards it catches up', async () => {
  const { group } = await stage.grace.openGroup('shop', { title: 'Out of reach' });
  const page = await openAs(stage, 'grace');
  await visit(page, `/groups/${group.id}`);
  await page.getByText('Live', { exact: true }).waitFor();
  // The stream breaks with the server; until it may be reached again, every further try fails.
  await page.route(/favicon\.svg|api\/v1\/events/, (route) => route.abort());
  await stage.gate.restart();
  await page.getByText('Not connected.').waitFor();
  await page.getByRole('heading', { level: 1, name: 'Out of reach' }).waitFor();
  await stage.grace.must(
    stage.grace.post(`/groups/${group.id}/discard`, { reason: 'Decided meanwhile.' }),
  );
  await page.unrouteAll();
  await page.getByText('Discarded: Decided meanwhile.').waitFor();
});

test('tabs share one stream, and the next one takes over when its tab is closed', async () => {
  const { group } = await stage.grace.openGroup('shop', { title: 'In two tabs' });
  const first = await openAs(stage, 'grace');
  const streams: string[] = [];
  first.context().on('request', (request) => {
    if (request.url().endsWith('/api/v1/events')) streams.push(request.url());
  });
  await visit(first, `/groups/${group.id}`);
  await first.getByText('Live', { exact: true }).waitFor();
  const second = await first.context().newPage();
  await visit(second, `/groups/${group.id}`);
  await second.getByText('Live', { exact: true }).waitFor();
  expect(streams).toHaveLength(1);

  await first.close();
  await expect.poll(() => streams.length).toBe(2);
  await stage.grace.must(
    stage.grace.post(`/groups/${group.id}/discard`, { reason: 'Seen in the other tab.' }),
  );
  await second.getByText('Discarded: Seen in the other tab.').waitFor();
});
