/** Protecting an account: a second factor from the QR code to the next sign-in, a forced change, links, sessions. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt } from '../support/authenticator.ts';
import { PASSWORD } from '../support/gate.ts';
import {
  type BrowserStage,
  hydrated,
  openAs,
  openPage,
  startBrowserStage,
  visit,
} from './browser-stage.ts';

const NEW_PASSWORD = 'tulip anchor 7 monday';

let stage: BrowserStage;
beforeAll(async () => {
  stage = await startBrowserStage();
});
afterAll(() => stage?.stop());

async function signIn(page: Page, username: string, password = PASSWORD) {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function axe(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)).toEqual([]);
}

test('a second factor is set up with a QR code, asked for at the next sign-in, and stood in for by a backup code', async () => {
  await stage.gate.person('ada', 'reviewer');
  const page = await openAs(stage, 'ada');
  await visit(page, '/account');
  await page.getByRole('link', { name: 'Set up a second factor' }).click();
  await page.getByLabel('Your password').fill('not hers at all');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('This is not your current password.').waitFor();
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Begin' }).click();
  const qr = page.getByRole('img', { name: /QR code/ });
  await qr.waitFor();
  await axe(page);
  const shown = (await page.locator('p.font-mono').innerText()).trim();
  expect(shown).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  await page.getByLabel('Code of the app').fill('000000');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await page.getByText('This code is not right').waitFor();
  // What was shown stays until its code is right.
  expect((await page.locator('p.font-mono').innerText()).trim()).toBe(shown);
  await page.getByLabel('Code of the app').fill(codeAt(shown, Date.now()));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  const codes = page.locator('ol li');
  await page.getByText('Ten backup codes').waitFor();
  expect(await codes.count()).toBe(10);
  const backup = await codes.first().innerText();
  await axe(page);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await page.getByText('On. Backup codes left: 10').waitFor();

  const elsewhere = await openPage(stage);
  await visit(elsewhere, '/tokens');
  await signIn(elsewhere, 'ada');
  await elsewhere.waitForURL('**/sign-in/code?next=%2Ftokens');
  await axe(elsewhere);
  await elsewhere.getByLabel('Code of the app').fill('000000');
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await elsewhere.getByRole('alert').waitFor();
  // The code of the enrolment is spent: the next one is.
  await elsewhere.getByLabel('Code of the app').fill(codeAt(shown, Date.now(), 1));
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await elsewhere.waitForURL('**/tokens');

  const later = await openPage(stage);
  await visit(later, '/sign-in');
  await signIn(later, 'ada');
  await later.getByRole('link', { name: /backup code/ }).click();
  await later.getByLabel('Backup code').fill(backup.toUpperCase());
  await later.getByRole('button', { name: 'Sign in' }).click();
  await later.waitForURL('**/queue');
});

test('without scripts the same forms set it up, and sign in', async () => {
  await stage.gate.person('bea', 'reviewer');
  const page = await openAs(stage, 'bea', { javaScriptEnabled: false });
  await page.goto('/account/second-factor');
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Begin' }).click();
  const shown = (await page.locator('p.font-mono').innerText()).trim();
  await page.getByLabel('Code of the app').fill('000000');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  expect((await page.locator('p.font-mono').innerText()).trim()).toBe(shown);
  await page.getByLabel('Code of the app').fill(codeAt(shown, Date.now()));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  expect(await page.locator('ol li').count()).toBe(10);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click();
  await signIn(page, 'bea');
  await page.getByLabel('Code of the app').fill(codeAt(shown, Date.now(), 1));
  await page.getByRole('button', { name: 'Sign in' }).click();
  expect(new URL(page.url()).pathname).toBe('/queue');
});

test('an invitation goes from the admin to a new account that must follow no other rule', async () => {
  const admin = await openAs(stage, 'admin');
  await visit(admin, '/admin/users');
  await admin.getByLabel('E-mail').fill('cy@example.org');
  await admin.getByLabel('Project optional').selectOption('shop');
  await admin.getByRole('button', { name: 'Make the link' }).click();
  const link = await admin.locator('code').innerText();
  await admin.getByText('Invitation for cy@example.org').waitFor();

  const page = await openPage(stage);
  await visit(page, new URL(link).pathname + new URL(link).hash);
  await page.getByRole('heading', { name: 'Make your account' }).waitFor();
  expect(page.url()).not.toContain('#');
  await axe(page);
  await page.getByLabel('Username').fill('cy');
  await page.getByLabel('New password').fill('password12345');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByText('easy to guess').waitFor();
  expect(await page.getByLabel('Username').inputValue()).toBe('cy');
  await page.getByLabel('New password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.waitForURL('**/queue');

  const again = await openPage(stage);
  await visit(again, new URL(link).pathname + new URL(link).hash);
  await again.getByRole('alert').getByText('This link is not valid').waitFor();
});

test('a forced change leads every page to it, and opens them all when it is done', async () => {
  const dan = await stage.gate.person('dan', 'reviewer');
  const admin = await openAs(stage, 'admin');
  await visit(admin, '/admin/users/dan');
  await admin.getByRole('button', { name: 'Ask for it' }).click();
  await admin.getByRole('button', { name: 'Ask no longer' }).waitFor();
  expect((await dan.get('/queue')).status).toBe(403);
  const page = await openAs(stage, 'dan');
  for (const path of ['/queue', '/groups', '/account']) {
    await visit(page, path);
    expect(new URL(page.url()).pathname).toBe('/account/password');
  }
  await page.getByText('Choose a password of your own first').waitFor();
  await axe(page);
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByLabel('New password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Change it' }).click();
  await page.getByText('The password is changed').waitFor();
  await visit(page, '/queue');
  expect(new URL(page.url()).pathname).toBe('/queue');
});

test('a password is reset by a link, and somebody who is deactivated is out at once', async () => {
  await stage.gate.person('eva', 'reviewer');
  const admin = await openAs(stage, 'admin');
  await visit(admin, '/admin/users/eva');
  await admin.getByRole('button', { name: 'Make a link' }).first().click();
  const link = await admin.locator('code').innerText();
  const page = await openPage(stage);
  await visit(page, new URL(link).pathname + new URL(link).hash);
  await page.getByLabel('New password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText('The new password is set').waitFor();
  await signIn(page, 'eva', NEW_PASSWORD);
  await page.waitForURL('**/queue');
  await admin.getByRole('button', { name: 'Deactivate', exact: true }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await admin.getByRole('button', { name: 'Reactivate' }).waitFor();
  await page.goto('/groups');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test('sessions are shown with their device, and signed out from afar', async () => {
  await stage.gate.person('fay', 'reviewer');
  const far = await openPage(stage);
  await visit(far, '/sign-in');
  await signIn(far, 'fay');
  await far.waitForURL('**/queue');
  const page = await openAs(stage, 'fay');
  await visit(page, '/account');
  await page.getByText('Chrome on Linux').first().waitFor();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await page.getByText('Signed out there').first().waitFor();
  await far.goto('/groups');
  expect(new URL(far.url()).pathname).toBe('/sign-in');
});

test('a page goes on when its access token is over, and several at once do', async () => {
  await stage.gate.person('gus', 'reviewer');
  const page = await openAs(stage, 'gus');
  await visit(page, '/queue');
  // As after a quarter of an hour: the browser drops the cookie by itself.
  await page.context().clearCookies({ name: 'flowgate_access' });
  await visit(page, '/groups');
  expect(new URL(page.url()).pathname).toBe('/groups');
  await page.context().clearCookies({ name: 'flowgate_access' });
  const tabs = await Promise.all([1, 2, 3, 4].map(() => page.context().newPage()));
  await Promise.all(tabs.map((tab) => tab.goto('/account')));
  for (const tab of tabs) {
    await hydrated(tab);
    expect(new URL(tab.url()).pathname).toBe('/account');
  }
});

test('who has a second factor asks a project’s people for one, without scripts, too', async () => {
  const cleo = await stage.gate.person('cleo', 'maintainer');
  const page = await openAs(stage, 'cleo', { javaScriptEnabled: false });
  await page.goto('/admin/projects/shop');
  const demand = page.getByRole('region', { name: 'Second factor for everybody' });
  await demand.getByText(/Without one today: .*cleo/).waitFor();
  await demand.getByRole('button', { name: 'Ask everybody for one' }).click();
  await demand
    .getByText(/second factor/i)
    .nth(1)
    .waitFor();
  await demand.getByText('It is up to each person.').waitFor();

  const { secret } = await cleo.must(cleo.post('/me/second-factor', { password: PASSWORD }));
  const code = codeAt(secret, Date.now());
  await cleo.must(cleo.post('/me/second-factor/confirmation', { code }));
  // That ended every other session.
  const { url } = stage.gate;
  await page.context().addCookies(cleo.cookies.map((cookie) => ({ ...cookie, url })));
  await page.goto('/admin/projects/shop');
  await demand.getByRole('button', { name: 'Ask everybody for one' }).click();
  await demand.getByText('Everybody needs one').waitFor();
  await demand.getByRole('button', { name: 'Leave it to each person' }).click();
  await demand.getByText('It is up to each person.').waitFor();
});
