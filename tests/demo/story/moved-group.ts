/** A night without anybody: every step approved by the run's policy, one assumption on the way, and nothing read by a person yet. */
import { readStory } from '../read-story.ts';
import type { Tale } from '../stage.ts';
import { ago, day } from '../story-clock.ts';

const text = readStory('moved-group');

export const movedGroup: Tale = async function* ({ people, agentFor, remember }) {
  const { leila, mateo, ingrid } = people;
  yield day(2, '15:40');
  const opened = await leila.openGroup('flowgate', { type: 'B', ...text('B'), preset: 'bug' });
  remember('unattended', opened);
  yield day(2, '16:10');
  await mateo.approve(opened.root.id, 1, 'Seen in the nightly run, too. It may go through alone.');
  const agent = await agentFor(opened, ingrid, 'claude-night', { mode: 'unattended' });
  yield ago(590);
  await agent.continue();
  await agent.submit({ ...text('N'), fields: { components: ['actions', 'store/groups'] } });
  yield ago(565);
  await agent.submit({
    ...text('NR'),
    fields: { confidence: 'high' },
    claims: [
      {
        statement: 'Another transaction can commit between reading the group and its tokens.',
        evidence: [
          {
            kind: 'command',
            command:
              'for i in $(seq 200); do npx vitest run tests/journeys/races.test.ts -t "ten times at once" >> tries.log; done; grep -c token_spent tries.log',
            exit_code: 0,
            output: '13',
          },
          { kind: 'commit', sha: '690674c' },
        ],
      },
    ],
  });
  yield ago(540);
  await agent.clarify([
    {
      text: 'How often may a group move under a refusal before we give up?',
      context: 'Changes are tried five times. Each more look costs a statement, on this path only.',
      options: ['Five times, as for changes', 'Until it stands still'],
      blocking: false,
      assumption: 'Five times, as for changes, so that there is one number to know.',
    },
  ]);
  await agent.submit({ ...text('T'), fields: { risk: 'low' } });
  yield ago(455);
  await agent.submit({
    ...text('TR'),
    fields: {
      changed_paths: [
        'mcp-server/src/actions/change-group.ts',
        'mcp-server/src/actions/change-group.test.ts',
        'mcp-server/src/store/groups/read-group.ts',
        'pnpm-workspace.yaml',
      ],
      deviations: true,
    },
    claims: [
      {
        statement:
          'A refusal judged on a group that moved is judged again; one on a group that stands still is the answer; after five it is changed_meanwhile.',
        meets: ['T.1', 'T.2', 'R.2'],
        evidence: [
          {
            kind: 'command',
            command: 'npx vitest run mcp-server/src/actions/change-group.test.ts',
            exit_code: 0,
            output: `✓ a refusal judged on a group that moved meanwhile is judged again
✓ a refusal judged on a group that stands still is the answer
✓ a group that moves at every look is given up after five`,
          },
          { kind: 'commit', sha: '59aca4665af80004e48bd044f37bb1b3001545c8' },
        ],
      },
      {
        statement: 'Ten equal submissions at once give ten equal answers, 200 times in a row.',
        meets: ['R.1'],
        evidence: [
          {
            kind: 'command',
            command:
              'for i in $(seq 200); do npx vitest run tests/journeys/races.test.ts -t "ten times at once" >> tries.log; done; grep -c token_spent tries.log',
            exit_code: 1,
            output: '0',
          },
        ],
      },
      {
        statement: 'A submission still takes at most twenty statements.',
        meets: ['T.3', 'R.3'],
        evidence: [
          {
            kind: 'command',
            command:
              'npx vitest run tests/doors/statements.test.ts && git diff --stat tests/doors/statements.test.ts',
            exit_code: 0,
            output: 'Tests  4 passed (4)',
          },
        ],
      },
    ],
  });
};
