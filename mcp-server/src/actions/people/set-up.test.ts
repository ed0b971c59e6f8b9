import { afterEach, beforeEach, expect, test } from 'vitest';
import { callBy, type House, openHouse, STRANGER } from '../../../../tests/support/house.ts';
import { addPerson, faultsOf, problemOf } from '../../../../tests/support/people.ts';
import type { Dependencies } from '../../dependencies.ts';
import { SETUP_LINK_SECONDS } from '../../gate/limits.ts';
import { keyRingOf } from '../../identity/key-ring.ts';
import { authenticatePerson } from '../../identity/sessions.ts';
import { perform } from '../action.ts';
import { ensureFirstAdmin } from './ensure-first-admin.ts';
import { ensureInstallation } from './ensure-installation.ts';
import { mintSetUpLink } from './mint-set-up-link.ts';
import { setUp } from './set-up.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const ACCOUNT = { username: 'grace', email: 'grace@example.org', password: 'violet harbour 19' };
const use = (link: string, more: object = {}, on: Dependencies = house) =>
  perform(setUp, on, callBy(STRANGER), { link, ...ACCOUNT, ...more });

async function linkOf(on: Dependencies = house): Promise<string> {
  const link = await mintSetUpLink(on);
  if (link === null) throw new Error('there is an admin already');
  return link.secret;
}

const admins = () => house.database.reader.person.count({ where: { isAdmin: true } });

test('the link makes the first admin and signs them in', async () => {
  const { user, cookies } = await use(await linkOf());
  expect([user.username, user.is_admin]).toEqual(['grace', true]);
  expect((await authenticatePerson(house, cookies.access))?.isAdmin).toBe(true);
});

test('a link works once, and none is minted any more', async () => {
  const link = await linkOf();
  await use(link);
  expect(await problemOf(use(link, { username: 'ada', email: 'ada@example.org' }))).toBe(
    'setup_done',
  );
  expect(await mintSetUpLink(house)).toBe(null);
});

test('a wrong or old link is refused before anything is looked at', async () => {
  const link = await linkOf();
  expect(await problemOf(use(`${link}x`, { password: 'password1234' }))).toBe('setup_link_invalid');
  house.pass(SETUP_LINK_SECONDS);
  expect(await problemOf(use(link))).toBe('setup_link_invalid');
});

test('a fault of the input leaves the link unused', async () => {
  await addPerson(house, 'grace');
  const link = await linkOf();
  expect(await faultsOf(use(link, { password: 'password1234' }))).toEqual([
    'username taken',
    'email taken',
    'password password_common',
  ]);
  await use(link, { username: 'ada', email: 'ada@example.org' });
  expect(await admins()).toBe(1);
});

test('of two processes with a link each, one makes the admin', async () => {
  const second = await house.secondProcess();
  const [mine, theirs] = [await linkOf(), await linkOf(second)];
  const outcomes = await Promise.all([
    problemOf(use(mine)),
    problemOf(use(theirs, { username: 'ada', email: 'ada@example.org' }, second)),
  ]);
  expect(outcomes.sort()).toEqual(['setup_done', null].sort());
  expect(await admins()).toBe(1);
});

test('the admin that the settings name is made once, by whichever process comes first', async () => {
  await house.close();
  house = await openHouse({
    settings: {
      FLOWGATE_ADMIN_USERNAME: 'grace',
      FLOWGATE_ADMIN_EMAIL: 'grace@example.org',
      FLOWGATE_ADMIN_PASSWORD: ACCOUNT.password,
    },
  });
  const second = await house.secondProcess();
  const made = await Promise.all([ensureFirstAdmin(house), ensureFirstAdmin(second)]);
  expect(made.sort()).toEqual([false, true]);
  expect(await ensureFirstAdmin(house)).toBe(false);
  expect(await admins()).toBe(1);
});

test('a weak password in the settings is named by its setting, and not repeated', async () => {
  await house.close();
  house = await openHouse({
    settings: {
      FLOWGATE_ADMIN_USERNAME: 'grace',
      FLOWGATE_ADMIN_EMAIL: 'grace@example.org',
      FLOWGATE_ADMIN_PASSWORD: 'passwordpassword',
    },
  });
  const error = String(await ensureFirstAdmin(house).catch((caught: unknown) => caught));
  expect(error).toContain('FLOWGATE_ADMIN_PASSWORD');
  expect(error).not.toContain('passwordpassword');
});

test('a process with other keys refuses to start; one that rotated them goes on', async () => {
  const key = (seed: number, id: string) => ({ id, key: Buffer.alloc(32, seed) });
  const [sessionKeys, secretKeys] = [[key(2, 'k1')], [key(3, 'k1')]];
  const other = keyRingOf({ tokenPeppers: [key(5, 'k1')], sessionKeys, secretKeys });
  const rotated = keyRingOf({
    tokenPeppers: [key(5, 'k2'), key(1, 'k1')],
    sessionKeys,
    secretKeys,
  });
  await expect(ensureInstallation({ ...house, keys: other })).rejects.toThrow('not those of');
  await ensureInstallation({ ...house, keys: rotated });
  await expect(ensureInstallation(house)).rejects.toThrow('not those of');
});
