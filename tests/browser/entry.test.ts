/** Coming in: the password form, its refusals, and where one arrives. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../support/gate.ts';
import { type BrowserStage, openAs, openPage, startBrowserStage, visit } from './browser-stage.ts';

let stage: BrowserStage;
beforeAll(async () => {
  stage = await startBrowserStage();
});
afterAll(() => stage?.stop());

test('a stranger is asked to sign in, and then arrives where they wanted to go', async () => {
  const page = await openPage(stage);
  await visit(page, '/tokens');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.getByLabel('Username').fill('grace');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/tokens');
  await page.getByRole('heading', { level: 1, name: 'Tokens' }).waitFor();
});

test("a wrong password is refused in the server's own sentence, and the name stays", async () => {
  const page = await openPage(stage);
  await visit(page, '/sign-in');
  await page.getByLabel('Username').fill('grace');
  await page.getByLabel('Password').fill('not this one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const refusal = await stage.gate.stranger('grace').signIn('not this one');
  await page.getByRole('alert').getByText(refusal.body.detail).waitFor();
  expect(await page.getByLabel('Username').inputValue()).toBe('grace');
});

test('no address leads from sign-in to another site', async () => {
  const page = await openPage(stage);
  await visit(page, '/sign-in?next=//evil.example/queue');
  await page.getByLabel('Username').fill('grace');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/queue');
  expect(new URL(page.url()).origin).toBe(stage.gate.url);
});

test('a used-up set-up link says so', async () => {
  const page = await openPage(stage);
  await visit(page, '/setup/not-a-link');
  await page.getByLabel('Username').fill('eve');
  await page.getByLabel('E-mail').fill('eve@example.org');
  await page.getByLabel('Password').fill('a long enough password');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('alert').waitFor();
});

test('signing out ends the session', async () => {
  const page = await openAs(stage, 'grace');
  await visit(page, '/account');
  await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL('**/sign-in');
  await visit(page, '/queue');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test('the language of the person comes from their browser until they choose one', async () => {
  const page = await openAs(stage, 'grace', { locale: 'ko-KR' });
  await visit(page, '/account');
  expect(await page.locator('html').getAttribute('lang')).toBe('ko');
  await page.getByRole('main').getByRole('button', { name: '日本語' }).click();
  await page.locator('html[lang=ja]').waitFor();
  await page.getByRole('heading', { level: 1, name: 'アカウント' }).waitFor();
});

test('a theme is chosen in place and kept', async () => {
  const page = await openAs(stage, 'grace');
  await visit(page, '/account');
  const kept = page.waitForResponse('**/preferences');
  await page.getByRole('main').getByRole('button', { name: 'Dark' }).click();
  await page.locator('html[data-theme=dark]').waitFor();
  await kept;
  await page.reload();
  await page.locator('html[data-theme=dark]').waitFor();
});
