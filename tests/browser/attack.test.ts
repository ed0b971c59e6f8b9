/**
 * Every text an agent can write, full of script, in every place where a person sees it, in a real browser. Nothing runs,
 * nothing is loaded from elsewhere, and the content policy has nothing to stop: what is dangerous never gets that far.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { report, task } from '../support/stories.ts';
import { type BrowserStage, hydrated, openAs, startBrowserStage } from './browser-stage.ts';

const HIT = 'window.hit=1';
/** Short enough for a title. Each acts without a hand on it, or when it is followed. */
const CORPUS = [
  `<script>${HIT}</script>`,
  `<img src=x onerror="${HIT}">`,
  `<svg onload="${HIT}">`,
  `<iframe srcdoc="<script>parent.${HIT}</script>"></iframe>`,
  `"><body onload="${HIT}">`,
  `'-${HIT}-'`,
  `[a](javascript:${HIT})`,
  `[b](JaVaScRiPt&colon;${HIT})`,
  `![c](https://evil.example/c.png)`,
  `<a href="javascript:${HIT}">d</a>`,
  `<a href="data:text/html,<script>${HIT}</script>">e</a>`,
  `<style>*{background:url(https://evil.example/f)}</style>`,
  `<form action="https://evil.example"><input name=g autofocus onfocus="${HIT}">`,
  `<math><mtext><table><mglyph><style><img src onerror="${HIT}">`,
  `<details open ontoggle="${HIT}">h</details>`,
  `<link rel=stylesheet href=https://evil.example/i.css>`,
  `<meta http-equiv=refresh content="0;url=https://evil.example">`,
  `<base href="https://evil.example/">`,
  `<object data="data:text/html,<script>${HIT}</script>"></object>`,
  `{{constructor.constructor("${HIT}")()}}`,
  `\${${HIT}}`,
  `</textarea></title></style></script><script>${HIT}</script>`,
  `&lt;img src=x onerror=${HIT}&gt;`,
  `<a id=queue name=location><a id=queue>`,
  `pay\u202eload\u200b\u2066hidden\u2069`,
] as const;
const ALL = CORPUS.join('\n\n');
const inFence = (language: string) => `\`\`\`${language}\n${ALL}\n\`\`\``;
const lineOf = (number: number) => (CORPUS[number % CORPUS.length] ?? '').slice(0, 200);
const BODY = [
  `# ${lineOf(0)}`,
  ALL,
  inFence('html'),
  inFence('mermaid'),
  inFence(`ts" onmouseover="${HIT}`),
  `| ${lineOf(1)} | ${lineOf(9)} |\n| --- | --- |\n| ${lineOf(4)} | ${lineOf(14)} |`,
  `- [ ] ${lineOf(2)}`,
  `> ${lineOf(3)}`,
  `[ref]: javascript:${HIT}\n\n[ref]\n\n<javascript:${HIT}>\n\n[^1]\n\n[^1]: ${lineOf(1)}`,
].join('\n\n');

let stage: BrowserStage;
let pages: string[];
beforeAll(async () => {
  stage = await startBrowserStage();
  pages = await fill(stage);
}, 120_000);
afterAll(() => stage?.stop());

/** Hands in the corpus through every field, and names every page that shows some of it. */
async function fill({ gate, grace }: BrowserStage): Promise<string[]> {
  const { agent, groupId } = await agentIn(gate, grace, { label: lineOf(1), agent: 'builder' });
  const questions = CORPUS.slice(0, 8).map((text, number) => ({
    text: `${text}\n\n${ALL}`,
    context: ALL,
    options: [lineOf(number), lineOf(number + 1)],
    blocking: false,
    assumption: ALL,
  }));
  const { document_id: taskId } = await agent.submit(task({ title: lineOf(1), body: BODY }));
  await grace.approve(taskId);
  const evidence = [
    { kind: 'command', command: CORPUS.join(' '), exit_code: 1, output: ALL },
    { kind: 'diff', patch: `--- a/x\n+++ b/x\n@@ -1 +1 @@\n-${lineOf(1)}\n+${lineOf(0)}\n` },
    { kind: 'note', text: ALL },
    { kind: 'test_run', format: 'tap', content: `TAP version 13\n1..1\nnot ok 1 - ${lineOf(1)}\n` },
    {
      kind: 'test_run',
      format: 'junit',
      content: `<testsuite><testcase name="&lt;img src=x onerror=${HIT}&gt;"/></testsuite>`,
    },
  ];
  const claims = CORPUS.map((statement) => ({ statement, evidence }));
  const first = await agent.submit(report({ title: lineOf(2), body: BODY, claims }));
  await grace.requestRevision(first.document_id, 'Say it without script.');
  const [reason] = (await grace.readDocument(first.document_id)).reasons;
  await agent.submit(
    report({
      document_id: first.document_id,
      title: lineOf(14),
      body: BODY.split('\n\n').toReversed().join('\n\n'),
      claims: claims.toReversed(),
      responses: [{ reason_id: reason.id, text: ALL, done: true }],
      questions,
    }),
  );
  await agent.must('clarify', { questions: [{ text: ALL, blocking: true, options: [lineOf(3)] }] });
  const opening = { type: 'CH', title: lineOf(3), body: `## Topic\n\n${BODY}` };
  const { document_id: talkId } = await agent.submit(opening);
  await agent.must('converse', { document_id: talkId, text: `${ALL}\n\n${inFence('html')}` });
  const { document_id: memoId } = await agent.submit({ type: 'M', title: lineOf(5), body: BODY });
  const document = `/documents/${first.document_id}`;
  return [
    '/queue',
    '/groups',
    `/groups/${groupId}`,
    `/groups/${groupId}/edit`,
    document,
    `${document}?view=read`,
    `${document}?view=source`,
    `${document}?view=changes&as=inline`,
    `${document}?view=changes&as=side`,
    `${document}?view=read&verdict=request_revision`,
    `${document}?revision=1`,
    `${document}/write`,
    `/documents/${taskId}`,
    `/documents/${memoId}`,
    `/conversations/${talkId}`,
    '/questions',
    '/notifications?show=all',
    '/tokens',
    '/admin/audit',
    '/admin/secrets',
  ];
}

/** Runs in the page: what must not be there, wherever it came from. */
const FOREIGN = `(() => {
  const found = [];
  if (window.hit) found.push('a script ran');
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(element.tagName + ' has ' + name);
      if (/^(href|src|action|formaction|data|xlink:href)$/i.test(name) && /^\\s*(javascript|data:text|vbscript)/i.test(value)) found.push(element.tagName + ' leads to ' + value);
      if (/evil\\.example/.test(value) && /^(src|srcset|style|data|action|poster|background)$/i.test(name)) found.push(element.tagName + ' loads ' + value);
    }
  }
  for (const script of document.querySelectorAll('script')) if (script.textContent.includes('window.hit')) { if (!script.hasAttribute('nonce') && script.nonce === '') found.push('a script of theirs'); }
  for (const tag of ['iframe', 'object', 'embed', 'base', 'math', 'frame']) if (document.querySelector(tag)) found.push('a ' + tag);
  for (const style of document.querySelectorAll('style')) if (style.textContent.includes('evil.example')) found.push('a style of theirs');
  if (document.querySelector('meta[http-equiv=refresh]')) found.push('a refresh');
  return found;
})()`;

async function faultsOn(page: Page, path: string): Promise<string[]> {
  const response = await page.goto(path);
  await hydrated(page);
  const policy = (await response?.allHeaders())?.['content-security-policy'] ?? '';
  const faults = ((await page.evaluate(FOREIGN)) as string[]).map((fault) => `${path}: ${fault}`);
  if (response?.status() !== 200) faults.push(`${path}: ${response?.status()}`);
  if (!/script-src 'self' 'nonce-/.test(policy) || /script-src[^;]*unsafe/.test(policy)) {
    faults.push(`${path}: the policy is ${policy}`);
  }
  if (new URL(page.url()).origin !== stage.gate.url) faults.push(`${path}: went to ${page.url()}`);
  return faults;
}

test('no text of an agent does anything on any page', async () => {
  const page = await openAs(stage, 'grace');
  page.on('dialog', (dialog) => void dialog.dismiss());
  const faults: string[] = [];
  for (const path of pages) faults.push(...(await faultsOn(page, path)));
  expect(faults).toEqual([]);
}, 300_000);

test('what would hide or turn around text is shown by its code, wherever it stands', async () => {
  const page = await openAs(stage, 'grace');
  const shown = pages.filter((path) =>
    /questions|view=(read|source)|changes|conversations/.test(path),
  );
  for (const path of shown) {
    await page.goto(path);
    await hydrated(page);
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text.match(/[\u202e\u200b\u2066]/), path).toBeNull();
    expect(text, path).toContain('U+202E');
  }
}, 300_000);

test('following a link of an agent leaves the app without taking anything along', async () => {
  const page = await openAs(stage, 'grace');
  await page.goto(pages.find((path) => path.includes('view=read')) ?? '');
  await hydrated(page);
  const links = await page
    .locator('main a[href^="http"]')
    .evaluateAll((all) =>
      all.map((link) => [link.getAttribute('rel') ?? '', link.getAttribute('href')]),
    );
  for (const [rel, href] of links) expect(rel, String(href)).toContain('noopener');
});
