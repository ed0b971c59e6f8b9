/** A second factor that a project or the installation asks for, and who is shut out without one. */
import { describe, expect, test } from 'vitest';
import { codeAt } from '../support/authenticator.ts';
import { PASSWORD } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';
import { onEveryDatabase, task } from '../support/stories.ts';

onEveryDatabase((stage) => {
  async function enrol(person: PersonClient) {
    const { secret } = await person.must(person.post('/me/second-factor', { password: PASSWORD }));
    const code = codeAt(secret, Date.now());
    await person.must(person.post('/me/second-factor/confirmation', { code }));
  }

  describe('a project that asks for one', () => {
    test('is closed to who has none and to the keys they made, and opens when they have', async () => {
      const { gate, grace, admin } = stage;
      await admin.createProject('vault');
      await admin.must(admin.put('/projects/vault/members/grace', { role: 'maintainer' }));
      const kate = await gate.person('kate', 'maintainer', 'vault');
      const { group } = await kate.openGroup('vault');
      const { secret: key } = await kate.issueToken({
        project: 'vault',
        group: group.id,
        kind: 'continuation',
      });
      const agent = await gate.connect(key);
      await agent.must('continue', {});

      const demand = { required: true };
      const unarmed = await grace.put('/projects/vault/second-factor', demand);
      expect([unarmed.status, unarmed.body.code]).toEqual([403, 'second_factor_needed']);
      await enrol(grace);
      const { members_without } = await grace.must(
        grace.put('/projects/vault/second-factor', demand),
      );
      expect(members_without).toContain('kate');

      for (const answer of [
        await kate.get(`/groups/${group.id}`),
        await kate.patch('/projects/vault', { title: 'Mine' }),
        await kate.post('/tokens', { project: 'vault', group: group.id, kind: 'step' }),
        await kate.get('/queue?project=vault'),
      ]) {
        expect([answer.status, answer.body.code]).toEqual([403, 'second_factor_needed']);
      }
      expect(await kate.must(kate.get('/me'))).toMatchObject({ owes: null, withheld: ['vault'] });
      expect((await agent.call('submit', task())).isError).toBe(true);
      expect((await kate.get('/queue')).status).toBe(200);
      // An admin is a maintainer there too.
      expect((await admin.get('/projects')).body.code).toBe('second_factor_needed');

      await enrol(kate);
      expect((await kate.get(`/groups/${group.id}`)).status).toBe(200);
      await agent.must('submit', task());
      await grace.must(grace.put('/projects/vault/second-factor', { required: false }));
      expect((await admin.get('/projects')).status).toBe(200);
    });
  });

  test('an installation that asks for one lets who has none do nothing but set one up', async () => {
    const { gate, admin } = stage;
    const lena = await gate.person('lena', 'maintainer');
    const demand = { requires_second_factor: true };
    expect((await admin.patch('/installation', demand)).body.code).toBe('second_factor_needed');
    await enrol(admin);
    await admin.must(admin.patch('/installation', demand));
    for (const path of ['/projects', '/queue', '/notifications', '/projects/shop/members']) {
      expect((await lena.get(path)).body.code, path).toBe('second_factor_needed');
    }
    expect((await lena.patch('/me', { theme: 'dark' })).status).toBe(403);
    expect(await lena.must(lena.get('/me'))).toMatchObject({ owes: 'second_factor' });
    await enrol(lena);
    expect((await lena.get('/projects')).status).toBe(200);
    await admin.must(admin.patch('/installation', { requires_second_factor: false }));
  });
});
