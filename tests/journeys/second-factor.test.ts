/** The second factor: set up, asked for, replayed, spent, and turned off. */
import { describe, expect, test } from 'vitest';
import { codeAt } from '../support/authenticator.ts';
import { PASSWORD } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';
import { startSecondServer } from '../support/second-server.ts';
import { onEveryDatabase } from '../support/stories.ts';

let now = Date.parse('2026-11-22T09:00:00.000Z');
const clock = { now: () => new Date(now) };
const pass = (seconds: number) => {
  now += seconds * 1000;
};
/** To the next code, whatever was used before. */
const nextCode = (secret: string) => {
  pass(90);
  return codeAt(secret, now);
};

onEveryDatabase(
  (stage) => {
    const codesOf = (body: { errors: { path: string; code: string }[] }) =>
      body.errors.map(({ path, code }) => `${path} ${code}`);

    async function enrol(person: PersonClient) {
      const { secret } = await person.must(
        person.post('/me/second-factor', { password: PASSWORD }),
      );
      const { backup_codes } = await person.must(
        person.post('/me/second-factor/confirmation', { code: nextCode(secret) }),
      );
      return { secret: secret as string, backupCodes: backup_codes as string[] };
    }
    /** Past the password. */
    async function atTheCode(username: string, url = stage.gate.url): Promise<PersonClient> {
      const person = stage.gate.stranger(username, url);
      const answer = await person.must(person.signIn(PASSWORD));
      expect(answer).toEqual({ second_factor_required: true });
      return person;
    }
    const enter = (person: PersonClient, code: string) =>
      person.post('/auth/second-factor', { code });

    describe('setting up', () => {
      test('wants the password again, and changes nothing until a code comes back', async () => {
        const ada = await stage.gate.person('ada');
        const wrong = await ada.post('/me/second-factor', { password: 'not hers at all' });
        expect([wrong.status, ...codesOf(wrong.body)]).toEqual([422, 'password password_wrong']);
        const offer = await ada.must(ada.post('/me/second-factor', { password: PASSWORD }));
        expect(offer.url).toContain(offer.secret.replaceAll(' ', ''));
        expect(await ada.must(ada.get('/me/second-factor'))).toMatchObject({ on: false });
        expect(JSON.stringify(await ada.must(ada.get('/me/second-factor')))).not.toContain(
          'secret',
        );
        await stage.gate.signedIn('ada');
        const guess = await ada.post('/me/second-factor/confirmation', { code: '000000' });
        expect(codesOf(guess.body)).toEqual(['code code_wrong']);
        const { backup_codes } = await ada.must(
          ada.post('/me/second-factor/confirmation', { code: codeAt(offer.secret, now) }),
        );
        expect(backup_codes).toHaveLength(10);
        expect(await ada.must(ada.get('/me/second-factor'))).toMatchObject({
          on: true,
          backup_codes_left: 10,
        });
        expect((await ada.post('/me/second-factor', { password: PASSWORD })).status).toBe(422);
      });

      test('is over after a quarter of an hour, and a second offer makes the first one nothing', async () => {
        const bob = await stage.gate.person('bob');
        const ask = () => bob.must(bob.post('/me/second-factor', { password: PASSWORD }));
        const first = await ask();
        const second = await ask();
        const confirm = (secret: string) =>
          bob.post('/me/second-factor/confirmation', { code: codeAt(secret, now) });
        expect((await confirm(first.secret)).status).toBe(422);
        pass(15 * 60);
        expect(codesOf((await confirm(second.secret)).body)).toEqual([' enrolment_over']);
      });

      test('leaves neither secret nor codes readable in the database', async () => {
        const cleo = await stage.gate.person('cleo');
        const { secret, backupCodes } = await enrol(cleo);
        const { reader } = stage.gate.dependencies.database;
        const rows = JSON.stringify([
          await reader.person.findMany({ where: { username: 'cleo' } }),
          await reader.backupCode.findMany(),
        ]);
        expect(rows).toContain('v1.');
        for (const word of [secret.replaceAll(' ', ''), ...backupCodes]) {
          expect(rows).not.toContain(word);
          expect(rows).not.toContain(word.replaceAll('-', ''));
        }
        expect(stage.gate.log.join('')).not.toContain(secret.replaceAll(' ', ''));
      });

      test('ends the sessions that the password alone had opened', async () => {
        const dora = await stage.gate.person('dora');
        const elsewhere = await stage.gate.signedIn('dora');
        await enrol(dora);
        expect((await elsewhere.get('/me')).status).toBe(401);
        expect((await dora.get('/me')).status).toBe(200);
      });
    });

    describe('signing in', () => {
      test('with the password alone opens nothing', async () => {
        await enrol(await stage.gate.person('eve'));
        const eve = await atTheCode('eve');
        expect(eve.cookieNamed('flowgate_access')).toBe('');
        expect((await eve.get('/me')).body.code).toBe('not_signed_in');
        expect((await enter(eve, '000000')).body.code).toBe('sign_in_failed');
        expect((await eve.get('/me')).status).toBe(401);
      });

      test('takes each code once, at every process, and none of before it', async () => {
        const { secret } = await enrol(await stage.gate.person('finn'));
        const second = await startSecondServer(stage.gate);
        try {
          const code = nextCode(secret);
          const [here, there] = [await atTheCode('finn'), await atTheCode('finn', second.url)];
          const answers = await Promise.all([enter(here, code), enter(there, code)]);
          expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
          pass(25);
          const replayed = await enter(await atTheCode('finn'), code);
          expect([replayed.status, replayed.body.code]).toEqual([401, 'sign_in_failed']);
          const earlier = await enter(await atTheCode('finn'), codeAt(secret, now, -2));
          expect(earlier.status).toBe(401);
          expect((await enter(await atTheCode('finn'), nextCode(secret))).status).toBe(200);
        } finally {
          await second.stop();
        }
      });

      test('takes a backup code instead, each one once', async () => {
        const gwen = await stage.gate.person('gwen');
        const { backupCodes } = await enrol(gwen);
        const [first = '', other = ''] = backupCodes;
        const both = await Promise.all(
          [await atTheCode('gwen'), await atTheCode('gwen')].map((one) => enter(one, first)),
        );
        expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
        const typed = other.toUpperCase().replaceAll('-', ' ');
        expect((await enter(await atTheCode('gwen'), typed)).status).toBe(200);
        expect(await gwen.must(gwen.get('/me/second-factor'))).toMatchObject({
          backup_codes_left: 8,
        });
        await gwen.must(gwen.post('/me/second-factor/backup-codes', { password: PASSWORD }));
        expect((await enter(await atTheCode('gwen'), backupCodes[5] ?? '')).status).toBe(401);
      });

      test('is begun anew when the code takes longer than five minutes, or the password changes', async () => {
        const hugo = await stage.gate.person('hugo');
        const { secret } = await enrol(hugo);
        const slow = await atTheCode('hugo');
        pass(5 * 60);
        expect((await enter(slow, nextCode(secret))).body.code).toBe('session_expired');
        const late = await atTheCode('hugo');
        const change = { current_password: PASSWORD, new_password: 'violet harbour 20' };
        await hugo.must(hugo.put('/me/password', change));
        expect((await enter(late, nextCode(secret))).body.code).toBe('session_expired');
      });

      test('guessing codes gets slower and slower', async () => {
        await enrol(await stage.gate.person('iris'));
        const iris = await atTheCode('iris');
        const outcomes = [];
        for (let guess = 0; guess < 7; guess += 1) {
          outcomes.push((await enter(iris, `00000${guess}`)).status);
        }
        expect(outcomes).toEqual([401, 401, 401, 401, 401, 429, 429]);
      });
    });

    test('it is turned off with the password and a code, and with no one of both', async () => {
      const jane = await stage.gate.person('jane');
      const { secret, backupCodes } = await enrol(jane);
      const off = (password: string, code: string) =>
        jane.post('/me/second-factor/removal', { password, code });
      expect((await off('not hers at all', nextCode(secret))).status).toBe(422);
      expect((await off(PASSWORD, '000000')).status).toBe(422);
      expect((await off(PASSWORD, backupCodes[0] ?? '')).status).toBe(204);
      expect(await jane.must(jane.get('/me/second-factor'))).toMatchObject({
        on: false,
        backup_codes_left: 0,
      });
      await stage.gate.signedIn('jane');
    });
  },
  { clock },
);
