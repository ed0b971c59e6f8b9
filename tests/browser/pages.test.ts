/**
 * What holds on every page: axe finds nothing in either theme, no text is smaller than 12 px, and a narrow phone needs
 * no sideways scrolling. A page is opened once and looked at in every light and width: only colours depend on the theme,
 * only the arrangement on the width. With BROWSER_SHOTS=<folder> each is kept as a picture.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type BrowserStage,
  hydrated,
  openAs,
  openPage,
  startBrowserStage,
} from './browser-stage.ts';
import { ADMIN_PAGES, PUBLIC_PAGES, pagesOf } from './every-page.ts';

const SHOTS = process.env['BROWSER_SHOTS'];
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 640 };
const SMALLEST_PIXELS = 12;
/** Those of axe's rules whose answer depends on the theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** Pages looked at side by side. */
const TABS = 3;
const LONG = 600_000;

type Addresses = Readonly<Record<string, string>>;

let stage: BrowserStage;
let pages: Addresses;
beforeAll(async () => {
  stage = await startBrowserStage();
  pages = await pagesOf(stage);
});
afterAll(() => stage?.stop());

/** Runs in the page: the smallest text anybody can see. */
const SMALLEST_TEXT = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let smallest = Infinity;
  while (walker.nextNode()) {
    const { parentElement, nodeValue } = walker.currentNode;
    if (!nodeValue.trim() || !parentElement.checkVisibility() || parentElement.closest('svg, script')) continue;
    smallest = Math.min(smallest, parseFloat(getComputedStyle(parentElement).fontSize));
  }
  return smallest;
})()`;
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

async function keepPicture(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

/** There are no frames of others, so axe needs no tab of its own to put its findings together. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

async function axeFaults(axe: AxeBuilder, name: string): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${name}: ${id} at ${target.join(' ')}: ${failureSummary}`,
    ),
  );
}

async function overflowOf(page: Page, name: string): Promise<string[]> {
  const overflow = Number(await page.evaluate(OVERFLOW));
  return overflow > 0 ? [`${name}: ${overflow} px too wide`] : [];
}

async function faultsOf(page: Page, name: string, address: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(WIDE);
  const response = await page.goto(address);
  if (name !== 'missing') expect(response?.status(), name).toBe(200);
  await hydrated(page);
  await keepPicture(page, `${name}-light-wide`);
  const faults = await axeFaults(axeOn(page), name);
  const smallest = Number(await page.evaluate(SMALLEST_TEXT));
  if (smallest < SMALLEST_PIXELS) faults.push(`${name}: text of ${smallest} px`);

  await page.emulateMedia({ colorScheme: 'dark' });
  // Loaded anew: a browser under load may leave single texts in the colours of before for a while.
  await page.reload();
  await hydrated(page);
  await keepPicture(page, `${name}-dark-wide`);
  faults.push(...(await axeFaults(axeOn(page).withRules(COLOUR_RULES), `${name} in the dark`)));

  await page.setViewportSize(PHONE);
  await keepPicture(page, `${name}-dark-phone`);
  faults.push(
    ...(await axeFaults(axeOn(page).disableRules(COLOUR_RULES), `${name} on a phone`)),
    ...(await overflowOf(page, `${name} on a phone`)),
  );
  await page.setViewportSize(NARROWEST);
  faults.push(...(await overflowOf(page, `${name} at ${NARROWEST.width} px`)));
  return faults;
}

type Look = (page: Page, name: string, address: string) => Promise<string[]>;

/** Looks at all addresses from a few tabs of one browser; the first tab is given. */
async function lookAtAll(first: Page, addresses: Addresses, look: Look): Promise<string[]> {
  const left = Object.entries(addresses);
  const faults: string[] = [];
  async function lookOn(page: Page): Promise<void> {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      faults.push(...(await look(page, ...next)));
    }
  }
  const others = Array.from({ length: TABS - 1 }, async () => lookOn(await newTab(first)));
  await Promise.all([lookOn(first), ...others]);
  return faults;
}

const newTab = (page: Page) => page.context().newPage();

test(
  'no page has a fault in either theme, on a wide screen or on phones',
  async () => {
    const page = await openAs(stage, 'grace');
    expect(await lookAtAll(page, pages, faultsOf)).toEqual([]);
  },
  LONG,
);

test(
  'nor has one that only admins see',
  async () => {
    const page = await openAs(stage, 'admin');
    expect(await lookAtAll(page, ADMIN_PAGES, faultsOf)).toEqual([]);
  },
  LONG,
);

test(
  'nor has one that strangers see',
  async () => {
    const page = await openPage(stage);
    expect(await lookAtAll(page, PUBLIC_PAGES, faultsOf)).toEqual([]);
  },
  LONG,
);

test.each(['ko-KR', 'ja-JP'])(
  'at 320 px no page scrolls sideways in %s, without scripts',
  async (locale) => {
    const options = { locale, viewport: NARROWEST, javaScriptEnabled: false };
    const page = await openAs(stage, 'grace', options);
    const faults = await lookAtAll(page, pages, async (tab, name, address) => {
      await tab.goto(address);
      expect(await tab.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
      await keepPicture(tab, `${name}-${locale}-narrow`);
      return overflowOf(tab, `${name} in ${locale}`);
    });
    expect(faults).toEqual([]);
  },
  LONG,
);

/** The scripts of a first visit to the queue, as they travel. */
const SCRIPT_BYTES_MAX = 120_000;

test('the queue needs at most 120 kB of script', async () => {
  const page = await openAs(stage, 'grace');
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto('/queue', { waitUntil: 'load' });
  await hydrated(page);
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(SCRIPT_BYTES_MAX);
});
