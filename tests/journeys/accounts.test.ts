/** Accounts: forced to change, locked out, reset, deactivated, and the last admin who stays. */
import { expect, test } from 'vitest';
import { codeAt } from '../support/authenticator.ts';
import { EventReader } from '../support/event-reader.ts';
import { PASSWORD } from '../support/gate.ts';
import { rawMcp } from '../support/raw-mcp.ts';
import { startSecondServer } from '../support/second-server.ts';
import { onEveryDatabase } from '../support/stories.ts';

let now = Date.parse('2026-11-22T09:00:00.000Z');
const clock = { now: () => new Date(now) };
const pass = (seconds: number) => {
  now += seconds * 1000;
};
const DAY = 24 * 3600;
const NEW_PASSWORD = 'tulip anchor 7 monday';

onEveryDatabase(
  (stage) => {
    const secretOf = ({ link }: { link: string }) => link.slice(link.indexOf('#') + 1);
    const codesOf = (body: { errors: { path: string; code: string }[] }) =>
      body.errors.map(({ path, code }) => `${path} ${code}`);
    const tryIn = (username: string, password: string) =>
      stage.gate.stranger(username).signIn(password);

    test('a password that must be changed opens nothing but its change', async () => {
      const admin = await stage.gate.signedIn('admin');
      await admin.must(
        admin.post('/users', {
          username: 'bob',
          email: 'bob@example.org',
          password: NEW_PASSWORD,
          must_change_password: true,
          project: 'shop',
          role: 'maintainer',
        }),
      );
      const bob = stage.gate.stranger('bob');
      await bob.must(bob.signIn(NEW_PASSWORD));
      for (const path of [
        '/projects',
        '/queue',
        '/notifications',
        '/tokens',
        '/projects/shop/members',
      ])
        expect((await bob.get(path)).body.code, path).toBe('password_change_needed');
      expect((await bob.post('/tokens', { project: 'shop', kind: 'worker' })).status).toBe(403);
      expect((await bob.patch('/me', { theme: 'dark' })).status).toBe(403);
      expect(await bob.must(bob.get('/me'))).toMatchObject({ owes: 'password_change' });
      const change = (current_password: string, new_password: string) =>
        bob.put('/me/password', { current_password, new_password });
      expect(codesOf((await change('not his at all', 'ochre kettle 5 tuesday')).body)).toEqual([
        'current_password password_wrong',
      ]);
      expect(codesOf((await change(NEW_PASSWORD, NEW_PASSWORD)).body)).toEqual([
        'new_password password_same',
      ]);
      expect(codesOf((await change(NEW_PASSWORD, 'bob bob bob 1')).body)).toEqual([
        'new_password password_common',
      ]);
      expect((await change(NEW_PASSWORD, 'ochre kettle 5 tuesday')).status).toBe(204);
      expect((await bob.get('/projects')).status).toBe(200);
      expect((await tryIn('bob', NEW_PASSWORD)).body.code).toBe('sign_in_failed');
    });

    test('changing the password ends the other sessions, and keeps the one it was changed in', async () => {
      const cleo = await stage.gate.person('cleo');
      const elsewhere = await stage.gate.signedIn('cleo');
      const change = { current_password: PASSWORD, new_password: NEW_PASSWORD };
      await cleo.must(cleo.put('/me/password', change));
      expect((await elsewhere.get('/me')).status).toBe(401);
      expect((await cleo.get('/me')).status).toBe(200);
    });

    test('sessions are listed with device and times, and ended one by one or all others at once', async () => {
      const dora = await stage.gate.person('dora');
      const phone = await stage.gate.signedIn('dora');
      await stage.gate.signedIn('dora');
      const eve = await stage.gate.person('eve');
      const { sessions } = await dora.must(dora.get('/me/sessions'));
      expect(sessions).toHaveLength(3);
      expect(sessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
      expect(sessions[0]).toMatchObject({ address: '127.0.0.1', user_agent: 'node' });
      const mine = (await phone.must(phone.get('/me/sessions'))).sessions.find(
        ({ current }: { current: boolean }) => current,
      );
      // Somebody else's changes nothing, and looks like none.
      await eve.must(eve.delete(`/me/sessions/${mine.id}`));
      expect((await phone.get('/me')).status).toBe(200);
      await dora.must(dora.delete(`/me/sessions/${mine.id}`));
      expect((await phone.get('/me')).status).toBe(401);
      expect(await dora.must(dora.delete('/me/sessions'))).toEqual({ ended: 1 });
      expect((await dora.must(dora.get('/me/sessions'))).sessions).toHaveLength(1);
    });

    test('an admin resets a password by a link that works once and ends every session', async () => {
      const finn = await stage.gate.person('finn');
      const admin = await stage.gate.signedIn('admin');
      const offer = () => admin.must(admin.post('/users/finn/password-reset'));
      const first = secretOf(await offer());
      const link = secretOf(await offer());
      const stranger = stage.gate.stranger();
      const reset = (secret: string, password: string) =>
        stranger.post('/auth/password-reset', { link: secret, password });
      expect((await reset(first, NEW_PASSWORD)).body.code).toBe('link_invalid');
      expect((await finn.get('/me')).status).toBe(200);
      expect(codesOf((await reset(link, 'password12345')).body)).toEqual([
        'password password_common',
      ]);
      expect((await reset(link, NEW_PASSWORD)).status).toBe(204);
      expect((await finn.get('/me')).status).toBe(401);
      expect((await reset(link, NEW_PASSWORD)).body.code).toBe('link_invalid');
      expect((await tryIn('finn', PASSWORD)).status).toBe(401);
      expect((await tryIn('finn', NEW_PASSWORD)).status).toBe(200);
      const late = secretOf(await offer());
      pass(DAY);
      expect((await reset(late, NEW_PASSWORD)).body.code).toBe('link_invalid');
    });

    test('an admin resets a second factor by a link, for which the password is needed', async () => {
      const gwen = await stage.gate.person('gwen');
      const admin = await stage.gate.signedIn('admin');
      expect((await admin.post('/users/gwen/second-factor-reset')).status).toBe(422);
      const { secret } = await gwen.must(gwen.post('/me/second-factor', { password: PASSWORD }));
      const code = codeAt(secret, now);
      await gwen.must(gwen.post('/me/second-factor/confirmation', { code }));
      const link = secretOf(await admin.must(admin.post('/users/gwen/second-factor-reset')));
      const reset = (password: string) =>
        stage.gate.stranger().post('/auth/second-factor-reset', { link, password });
      expect(codesOf((await reset('not hers at all')).body)).toEqual(['password password_wrong']);
      expect((await reset(PASSWORD)).status).toBe(204);
      expect((await tryIn('gwen', PASSWORD)).body).toHaveProperty('user');
    });

    test('an admin lifts a lock-out', async () => {
      await stage.gate.person('hugo');
      for (let guess = 0; guess < 5; guess += 1) await tryIn('hugo', 'not his at all');
      expect((await tryIn('hugo', PASSWORD)).status).toBe(429);
      const admin = await stage.gate.signedIn('admin');
      await admin.must(admin.post('/users/hugo/unlocking'));
      expect((await tryIn('hugo', PASSWORD)).status).toBe(200);
    });

    test('deactivating ends sessions, streams, keys and runs at once, at every process, for good', async () => {
      const { gate } = stage;
      const admin = await gate.signedIn('admin');
      const iris = gate.stranger('iris');
      await gate.person('iris');
      await admin.must(admin.put('/projects/shop/members/iris', { role: 'maintainer' }));
      await iris.must(iris.signIn(PASSWORD));
      const { group } = await iris.openGroup('shop');
      const { secret } = await iris.issueToken({
        project: 'shop',
        group: group.id,
        kind: 'continuation',
      });
      const agent = await gate.connect(secret);
      await agent.must('continue', {});
      const stream = await EventReader.open(gate.url, { Cookie: iris.cookie });
      await stream.next('ping');
      const second = await startSecondServer(gate);
      try {
        const { user } = await admin.must(admin.post('/users/iris/deactivation'));
        expect(user.state).toBe('deactivated');
        const startedAt = performance.now();
        expect((await iris.get('/me')).status).toBe(401);
        expect((await iris.refresh()).status).toBe(401);
        expect((await tryIn('iris', PASSWORD)).body.code).toBe('sign_in_failed');
        for (const url of [gate.url, second.url]) {
          expect((await rawMcp(url, secret, { method: 'tools/list' })).status).toBe(401);
        }
        await stream.end();
        expect(performance.now() - startedAt).toBeLessThan(5_500);
        const { runs, group: left } = await admin.must(admin.get(`/groups/${group.id}`));
        expect(runs).toMatchObject([{ state: 'ended', reason: 'token_revoked' }]);
        expect(left.owner.name).not.toBe('iris');
      } finally {
        await second.stop();
      }
      await admin.must(admin.post('/users/iris/reactivation'));
      expect((await rawMcp(gate.url, secret, { method: 'tools/list' })).status).toBe(401);
      expect((await iris.refresh()).status).toBe(401);
      expect((await tryIn('iris', PASSWORD)).status).toBe(200);
    });

    test('the last admin stays, however many leave at once', async () => {
      const { gate } = stage;
      const admin = await gate.signedIn('admin');
      expect((await admin.post('/users/admin/deactivation')).body.code).toBe('last_admin');
      expect((await admin.patch('/users/admin', { is_admin: false })).body.code).toBe('last_admin');
      await gate.person('jane');
      await admin.must(admin.patch('/users/jane', { is_admin: true }));
      const jane = await gate.signedIn('jane');
      const answers = await Promise.all([
        admin.patch('/users/jane', { is_admin: false }),
        jane.post('/users/admin/deactivation'),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const left = await gate.dependencies.database.reader.person.count({
        where: { isAdmin: true, deactivatedAt: null },
      });
      expect(left).toBe(1);
    });
  },
  { clock },
);
