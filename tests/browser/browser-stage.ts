/** A gate with its pages, and readers in a real browser. Whatever a page complains about fails the test. */
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { findChromium } from '../support/chromium.ts';
import { type GateOptions, PASSWORD, startGate } from '../support/gate.ts';
import type { Stage } from '../support/stories.ts';

/** A build of one's own, where others may be building meanwhile. */
const WEB_HANDLER =
  process.env['BROWSER_WEB_HANDLER'] ??
  fileURLToPath(new URL('../../review-web/build/handler.js', import.meta.url));
/** No window, no sandbox to ask for, and nothing that calls home. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A busy machine of two cores takes its time. */
const ACTION_MILLISECONDS = 20_000;

export interface BrowserStage extends Stage {
  readonly browser: Browser;
  stop(): Promise<void>;
}

export async function startBrowserStage(options: GateOptions = {}): Promise<BrowserStage> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium: run these tests with `pnpm test`.');
  const [stage, browser] = await Promise.all([
    startGate({ ...options, webHandlerPath: WEB_HANDLER }),
    chromium.launch({ executablePath, args: ARGUMENTS }),
  ]);
  return {
    ...stage,
    browser,
    stop: async () => {
      await browser.close();
      await stage.gate.stop();
    },
  };
}

/** A page of a browser of its own, closed with the test. */
export async function openPage(
  { browser, gate }: BrowserStage,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: gate.url,
    locale: 'en-US',
    timezoneId: 'Asia/Seoul',
    ...options,
  });
  context.setDefaultTimeout(ACTION_MILLISECONDS);
  const complaints: string[] = [];
  context.on('page', (opened) => collectComplaints(opened, gate.url, complaints));
  const page = await context.newPage();
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  return page;
}

/** Signed in with the session that a script has already opened: the form has a test of its own. */
export async function openAs(
  stage: BrowserStage,
  username: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openPage(stage, options);
  const person = stage.gate.stranger(username);
  await person.must(person.signIn(PASSWORD));
  const { url } = stage.gate;
  await page.context().addCookies(person.cookies.map((cookie) => ({ ...cookie, url })));
  return page;
}

/** Errors of scripts and of the content policy, and every request to another origin. */
function collectComplaints(page: Page, origin: string, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    // A refused form answers 4xx on purpose, a restarted server cuts a reading off: the browser notes both.
    const isExpected = /^(Failed to load resource|TypeError: Failed to fetch\n)/.test(text);
    if (message.type() === 'error' && !isExpected) {
      complaints.push(`console: ${text}`);
    }
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) complaints.push(`request: ${url}`);
  });
}

/** Scripts have taken the page over: what they add works from here on. */
export async function hydrated(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
}

export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}
