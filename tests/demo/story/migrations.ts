/** A group that is completed: the whole way, approved and closed. */
import { readCapture, readStory } from '../read-story.ts';
import type { Tale } from '../stage.ts';
import { day } from '../story-clock.ts';

const text = readStory('migrations');

export const migrations: Tale = async function* ({ people, agentFor, remember }) {
  const { leila, mateo, jihoon, ingrid } = people;
  yield day(9, '08:05');
  const opened = await leila.openGroup('flowgate', { ...text('R'), preset: 'simple' });
  remember('completed', opened);
  yield day(9, '08:31');
  await mateo.approve(opened.root.id);
  const agent = await agentFor(opened, ingrid, 'claude-store');
  await agent.continue();
  yield day(9, '08:44');
  const task = await agent.submit(text('T'));
  yield day(9, '11:15');
  await jihoon.approve(task.document_id, 1, '잠금은 연결 하나에서. 좋습니다.');
  yield day(8, '14:20');
  const report = await agent.submit({
    ...text('TR'),
    fields: {
      changed_paths: [
        'prisma/migrate.ts',
        'prisma/migration-connection.ts',
        'prisma/migration-files.ts',
      ],
    },
    claims: [
      {
        statement:
          'Started three times at once on an empty database, one process migrates and all three come up.',
        meets: ['T.1', 'R.1'],
        evidence: [
          {
            kind: 'command',
            command: 'npx vitest run tests/databases/processes.test.ts -t "start at once"',
            exit_code: 0,
            output: `✓ several processes on sqlite > that start at once on an empty database migrate it once 1204ms
✓ several processes on postgresql > that start at once on an empty database migrate it once 1433ms
✓ several processes on mysql > that start at once on an empty database migrate it once 2012ms`,
          },
          { kind: 'commit', sha: '118e50463c78235dd871d9a29d5b614c62b8f7f3' },
        ],
      },
      {
        statement:
          'Interrupted, failed, newer and changed migrations are each told in a sentence, and the lock is free afterwards.',
        meets: ['T.1', 'T.2', 'T.3', 'R.2', 'R.3'],
        evidence: [{ kind: 'test_run', format: 'tap', content: readCapture('migrations.tap') }],
      },
      {
        statement: "Prisma's own engine calls a database migrated by us up to date.",
        meets: ['T.1', 'R.4'],
        evidence: [
          {
            kind: 'command',
            command: 'npx vitest run tests/databases/prisma-agrees.test.ts',
            exit_code: 0,
            output: `✓ Prisma's schema engine finds nothing to do on sqlite 611ms
✓ Prisma's schema engine finds nothing to do on postgresql 702ms`,
          },
          { kind: 'commit', sha: '2266d83' },
        ],
      },
    ],
  });
  yield day(7, '09:35');
  await mateo.approve(
    report.document_id,
    1,
    'Read, and repeated the three processes on PostgreSQL.',
  );
  const { documents } = await ingrid.readGroup(opened.group.id);
  const closing = documents.find(({ type }: { type: string }) => type === 'AC');
  yield day(7, '10:10');
  await ingrid.approve(closing.id, closing.revision);
};
