/**
 * What holds on every page: axe finds nothing in either theme, no text is smaller than 12 px, and a narrow phone needs
 * no sideways scrolling. With BROWSER_SHOTS=<folder> each page is kept as a picture.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
const NARROWEST = 320;
const SMALLEST_PIXELS = 12;

let stage: BrowserStage;
let pages: Record<string, string>;
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

async function faultsOf(page: Page, name: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${name}: ${id} at ${target.join(' ')}: ${failureSummary}`,
    ),
  );
  const smallest = Number(await page.evaluate(SMALLEST_TEXT));
  if (smallest < SMALLEST_PIXELS) found.push(`${name}: text of ${smallest} px`);
  return found;
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test('no page has a fault that axe knows, on a wide screen and on a phone', async () => {
    const page = await openAs(stage, 'grace', { colorScheme, viewport: WIDE });
    const faults: string[] = [];
    for (const [name, address] of Object.entries(pages)) {
      await page.setViewportSize(WIDE);
      const response = await page.goto(address);
      if (name !== 'missing') expect(response?.status(), name).toBe(200);
      await hydrated(page);
      await keepPicture(page, `${name}-${colorScheme}-wide`);
      faults.push(...(await faultsOf(page, name)));
      await page.setViewportSize(PHONE);
      await keepPicture(page, `${name}-${colorScheme}-phone`);
      // What differs on a phone is the arrangement; the colours have been looked at already.
      if (colorScheme === 'light') faults.push(...(await faultsOf(page, `${name} on a phone`)));
    }
    expect(faults).toEqual([]);
  }, 600_000);

  test('nor has one that only admins see', async () => {
    const page = await openAs(stage, 'admin', { colorScheme, viewport: WIDE });
    const faults: string[] = [];
    for (const [name, address] of Object.entries(ADMIN_PAGES)) {
      for (const [size, viewport] of Object.entries({ wide: WIDE, phone: PHONE })) {
        await page.setViewportSize(viewport);
        const response = await page.goto(address);
        expect(response?.status(), name).toBe(200);
        await hydrated(page);
        await keepPicture(page, `${name}-${colorScheme}-${size}`);
        faults.push(...(await faultsOf(page, `${name} ${size}`)));
        if (Number(await page.evaluate(OVERFLOW)) > 0) faults.push(`${name} ${size}: too wide`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('nor has one that strangers see', async () => {
    const page = await openPage(stage, { colorScheme, viewport: WIDE });
    const faults: string[] = [];
    for (const [name, address] of Object.entries(PUBLIC_PAGES)) {
      await page.goto(address);
      await hydrated(page);
      await keepPicture(page, `${name}-${colorScheme}-wide`);
      faults.push(...(await faultsOf(page, name)));
    }
    expect(faults).toEqual([]);
  });
});

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

test('at 320 px no page scrolls sideways, in any language', async () => {
  const faults: string[] = [];
  for (const locale of ['en-US', 'ko-KR', 'ja-JP']) {
    const page = await openAs(stage, 'grace', {
      locale,
      viewport: { width: NARROWEST, height: 640 },
    });
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(address);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
      const overflow = Number(await page.evaluate(OVERFLOW));
      if (overflow > 0) faults.push(`${name} in ${locale}: ${overflow} px too wide`);
    }
    await keepPicture(page, `narrow-${locale}`);
  }
  expect(faults).toEqual([]);
}, 600_000);
