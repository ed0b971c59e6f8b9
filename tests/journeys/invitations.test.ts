/** Invitations: from the link an admin makes to an account, once, and to nobody else. */
import { describe, expect, test } from 'vitest';
import type { PersonClient } from '../support/person-client.ts';
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

    describe('an invitation', () => {
      const invite = async (email: string, more: object = {}) =>
        stage.admin.must(stage.admin.post('/users/invitations', { email, ...more }));
      const accept = (person: PersonClient, link: string, more: object = {}) =>
        person.post('/auth/invitation', {
          link,
          username: person.username,
          password: NEW_PASSWORD,
          ...more,
        });

      test('makes one account, signed in, with its place in the project', async () => {
        const answer = await invite('ada@example.org', { project: 'shop', role: 'reviewer' });
        expect(answer.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/link#[\w-]{43}$/);
        const link = secretOf(answer);
        const ada = stage.gate.stranger('ada');
        const read = await ada.must(ada.post('/auth/link', { link }));
        expect(read).toMatchObject({
          purpose: 'invitation',
          email: 'ada@example.org',
          role: 'reviewer',
        });
        const weak = await accept(ada, link, { password: 'password12345' });
        expect(codesOf(weak.body)).toEqual(['password password_common']);
        expect((await accept(ada, link)).status).toBe(201);
        const me = await ada.must(ada.get('/me'));
        expect(me.user).toMatchObject({
          username: 'ada',
          email: 'ada@example.org',
          is_admin: false,
        });
        expect(me.projects).toMatchObject([{ slug: 'shop', role: 'reviewer' }]);
        const again = await accept(stage.gate.stranger('ada2'), link);
        expect([again.status, again.body.code]).toEqual([400, 'link_invalid']);
        const { users, invitations } = await stage.admin.must(stage.admin.get('/users'));
        expect(users.map(({ username }: { username: string }) => username)).toContain('ada');
        expect(invitations).toEqual([]);
      });

      test('used by two at once makes one account', async () => {
        const link = secretOf(await invite('twins@example.org'));
        const names = ['castor', 'pollux'];
        const answers = await Promise.all(
          names.map((name) => accept(stage.gate.stranger(name), link)),
        );
        expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      });

      test('is over after a week, or when it is taken back, and its list never shows the link', async () => {
        const late = await invite('late@example.org');
        const gone = await invite('gone@example.org');
        const { admin } = stage;
        const listed = JSON.stringify(await admin.must(admin.get('/users')));
        expect(listed).toContain('gone@example.org');
        expect(listed).not.toContain(secretOf(gone));
        await admin.must(admin.delete(`/users/invitations/${gone.invitation.id}`));
        pass(7 * DAY);
        for (const each of [late, gone]) {
          const answer = await accept(stage.gate.stranger('nemo'), secretOf(each));
          expect(answer.body.code).toBe('link_invalid');
        }
      });

      test('to who has an account already, or by who is no admin, is refused', async () => {
        const taken = await stage.admin.post('/users/invitations', { email: 'grace@example.org' });
        expect(codesOf(taken.body)).toEqual(['email taken']);
        const grace = await stage.gate.signedIn('grace');
        expect((await grace.post('/users/invitations', { email: 'x@example.org' })).status).toBe(
          403,
        );
      });
    });

    test('links are guessed slower and slower', async () => {
      const guess = async (each: number) =>
        (await stage.gate.stranger().post('/auth/link', { link: `guess-${each}` })).status;
      const statuses = [];
      for (let each = 0; each < 32; each += 1) statuses.push(await guess(each));
      expect(statuses.at(-1)).toBe(429);
      pass(3_601);
    });
  },
  { clock },
);
