/** What a project lets the server look at: only what can be observed is switched on, and what is on may stay. */
import { expect, test } from 'vitest';
import { TestClone } from '../support/clones.ts';
import { onEveryDatabase, type Stage } from '../support/stories.ts';

const made = new TestClone();

async function openProject({ admin, grace }: Stage, slug: string) {
  await admin.createProject(slug);
  await admin.must(admin.put(`/projects/${slug}/members/grace`, { role: 'maintainer' }));
  const address = `/projects/${slug}/verification`;
  return {
    set: (wanted: object) => grace.put(address, wanted),
    on: async () => {
      const { checks } = await grace.must(grace.get(address));
      return checks.flatMap(({ name, on }: { name: string; on: boolean }) => (on ? [name] : []));
    },
  };
}

onEveryDatabase(
  (stage) => {
    test('a clone and its checks are set in one go, and stay on when the clone is taken away', async () => {
      const { set, on } = await openProject(stage, 'kept');
      const both = { repository: made.name, checks: ['commit_exists', 'files_match'] };
      expect((await set(both)).status).toBe(200);
      expect((await set({ ...both, repository: null })).status).toBe(200);
      expect(await on()).toEqual(both.checks);
      const more = await set({ checks: [...both.checks, 'diff_applies'] });
      expect(more).toMatchObject({ status: 422, body: { errors: [{ path: 'checks[2]' }] } });
      expect((await set({ checks: [] })).status).toBe(200);
      expect(await on()).toEqual([]);
      const again = await set({ checks: ['commit_exists'] });
      expect(again).toMatchObject({ status: 422, body: { errors: [{ code: 'not_one_of' }] } });
    });

    test('an archived project keeps what it looks at', async () => {
      const { set, on } = await openProject(stage, 'archived');
      const { admin } = stage;
      await set({ repository: made.name, checks: ['commit_exists'] });
      await admin.must(admin.patch('/projects/archived', { archived: true }));
      const refused = await set({ repository: null, checks: [] });
      expect(refused).toMatchObject({ status: 409, body: { code: 'project_archived' } });
      expect(await on()).toEqual(['commit_exists']);
    });
  },
  { settings: { FLOWGATE_REPOSITORIES_DIR: made.folder } },
);
