/** Sessions of people: refreshed, shared by tabs, stolen, ended. */
import { describe, expect, test } from 'vitest';
import { EventReader } from '../support/event-reader.ts';
import { PersonClient } from '../support/person-client.ts';
import { startSecondServer } from '../support/second-server.ts';
import { onEveryDatabase } from '../support/stories.ts';

let now = Date.parse('2026-11-22T09:00:00.000Z');
const clock = { now: () => new Date(now) };
const pass = (seconds: number) => {
  now += seconds * 1000;
};
const MINUTE = 60;
const DAY = 24 * 3600;

onEveryDatabase(
  (stage) => {
    const newPerson = (name: string) => stage.gate.person(name);
    /** Shows a refresh token by itself, as a thief or a second tab would. */
    const show = async (token: string, url = stage.gate.url) => {
      const tab = new PersonClient(url, 'tab', { flowgate_refresh: token });
      const { status, body } = await tab.refresh();
      return { status, code: body?.code, token: tab.cookieNamed('flowgate_refresh'), tab };
    };
    const me = async (person: PersonClient) => (await person.sendAsIs('GET', '/me')).status;

    describe('a session', () => {
      test('is opened by the access token for a quarter of an hour, then by what the refresh token gives', async () => {
        const ada = await newPerson('ada');
        const first = ada.cookieNamed('flowgate_access');
        pass(15 * MINUTE);
        expect((await ada.sendAsIs('GET', '/me')).body.code).toBe('session_expired');
        expect((await ada.refresh()).status).toBe(200);
        expect(ada.cookieNamed('flowgate_access')).not.toBe(first);
        expect(await me(ada)).toBe(200);
      });

      test('refreshed within its fortnight goes on, and ends when it is left alone', async () => {
        const bob = await newPerson('bob');
        for (let round = 0; round < 3; round += 1) {
          pass(13 * DAY);
          expect((await bob.refresh()).status).toBe(200);
        }
        pass(14 * DAY);
        expect((await bob.refresh()).status).toBe(401);
        expect(bob.cookie).toBe('');
      });

      test('ends by itself after three months, however busy it is', async () => {
        const cleo = await newPerson('cleo');
        for (let round = 0; round < 8; round += 1) {
          pass(11 * DAY);
          expect((await cleo.refresh()).status).toBe(200);
        }
        pass(3 * DAY);
        expect((await cleo.refresh()).status).toBe(401);
      });
    });

    describe('a refresh token', () => {
      test('shown again within a minute by a second tab gives the same successor, and again after that', async () => {
        const dora = await newPerson('dora');
        const token = dora.cookieNamed('flowgate_refresh');
        const first = await show(token);
        pass(59);
        const second = await show(token);
        expect([first.status, second.status]).toEqual([200, 200]);
        expect(second.token).toBe(first.token);
        expect(second.token).not.toBe(token);
        expect(await me(second.tab)).toBe(200);
        expect((await show(second.token)).status).toBe(200);
      });

      test('shown later is a theft: every session of the person ends, and the log says so', async () => {
        const eve = await newPerson('eve');
        const elsewhere = await stage.gate.signedIn('eve');
        const stolen = eve.cookieNamed('flowgate_refresh');
        await eve.refresh();
        pass(60);
        expect(await show(stolen)).toMatchObject({ status: 401, code: 'session_expired' });
        expect([await me(eve), await me(elsewhere)]).toEqual([401, 401]);
        expect((await eve.refresh()).status).toBe(401);
        const events = await stage.gate.dependencies.database.reader.event.findMany({
          where: { projectId: 'installation', kind: 'session.reuse_found' },
        });
        expect(events).toHaveLength(1);
        expect(await me(await stage.gate.signedIn('eve'))).toBe(200);
      });

      test('of a session that was signed out refreshes nothing', async () => {
        const finn = await newPerson('finn');
        const token = finn.cookieNamed('flowgate_refresh');
        await finn.must(finn.post('/auth/logout'));
        expect(await show(token)).toMatchObject({ status: 401, token: '' });
      });

      test.each(['', 'x', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.'])(
        'that is none (%s) gets the one answer',
        async (token) => {
          expect(await show(token)).toMatchObject({ status: 401, code: 'session_expired' });
        },
      );

      test('never comes in by a body', async () => {
        const gwen = await newPerson('gwen');
        const stranger = stage.gate.stranger();
        const refresh_token = gwen.cookieNamed('flowgate_refresh');
        const answer = await stranger.post('/auth/refresh', { refresh_token });
        expect(answer.status).toBe(401);
      });
    });

    test('ten tabs at two processes refresh at once: none is signed out, and all go on from one token', async () => {
      const second = await startSecondServer(stage.gate);
      try {
        const hugo = await newPerson('hugo');
        let token = hugo.cookieNamed('flowgate_refresh');
        for (let round = 0; round < 5; round += 1) {
          pass(15 * MINUTE);
          const urls = [stage.gate.url, second.url];
          const tabs = await Promise.all(
            Array.from({ length: 10 }, (_, index) => show(token, urls[index % 2])),
          );
          expect(tabs.map(({ status }) => status)).toEqual(Array.from(tabs, () => 200));
          expect(new Set(tabs.map((each) => each.token)).size).toBe(1);
          for (const { tab } of tabs) expect(await me(tab)).toBe(200);
          token = tabs[0]?.token ?? '';
        }
      } finally {
        await second.stop();
      }
    });

    test('a stream outlives the access token that opened it, and ends within seconds of its session', async () => {
      const iris = await newPerson('iris');
      const stream = await EventReader.open(stage.gate.url, { Cookie: iris.cookie });
      await stream.next('ping');
      pass(15 * MINUTE);
      const looked = stream.end().then(() => 'ended');
      const waited = new Promise((resolve) => setTimeout(resolve, 4_500, 'open'));
      expect(await Promise.race([looked, waited])).toBe('open');
      await iris.must(iris.post('/auth/logout'));
      const startedAt = performance.now();
      await looked;
      expect(performance.now() - startedAt).toBeLessThan(5_000);
    });

    test('what ended a month ago is purged by the timer, and what lives is not', async () => {
      const { database } = stage.gate.dependencies;
      const jane = await newPerson('jane');
      pass(50 * DAY);
      const kate = await newPerson('kate');
      await expect
        .poll(() => database.reader.session.count({ where: { person: { username: 'jane' } } }), {
          timeout: 10_000,
        })
        .toBe(0);
      expect((await jane.refresh()).status).toBe(401);
      expect(await me(kate)).toBe(200);
    });
  },
  { clock },
);
