/** A report in review, with claims on every kind of evidence, and what CI saw of it: what the product is about. */
import { readCapture, readStory } from '../read-story.ts';
import type { Tale } from '../stage.ts';
import type { Claim } from '../story-agent.ts';
import { ago, day } from '../story-clock.ts';

const text = readStory('event-log');

const CLAIMS: readonly Claim[] = [
  {
    statement:
      'Three processes that append 20 events each leave 60 events, numbered 1 to 60, each number once.',
    meets: ['T.1', 'R.1'],
    evidence: [
      {
        kind: 'command',
        command: 'npx vitest run --project databases tests/databases/processes.test.ts',
        exit_code: 0,
        output: `✓ several processes on sqlite > count without a gap and without taking a number twice 1412ms
✓ several processes on sqlite > that are killed lose nothing acknowledged and leave nothing half done 903ms
✓ several processes on postgresql > count without a gap and without taking a number twice 1187ms
✓ several processes on postgresql > that are killed lose nothing acknowledged and leave nothing half done 871ms
✓ several processes on mysql > count without a gap and without taking a number twice 1320ms
✓ several processes on mysql > that are killed lose nothing acknowledged and leave nothing half done 1015ms

Test Files  1 passed (1)
     Tests  6 passed (6)`,
      },
      { kind: 'commit', sha: '4d569221c42b54fbf76b052257a206fa577d8a59' },
    ],
  },
  {
    statement:
      'A process killed in the middle of a transaction loses nothing that was acknowledged and leaves no half-written event.',
    meets: ['T.2', 'R.2'],
    evidence: [
      {
        kind: 'command',
        command:
          'node tests/databases/programs/advance-log.ts "$URL" ada 1000 & sleep 0.4; kill -9 $!',
        exit_code: 137,
        output: `…
211
212
213
Killed
sqlite> SELECT position FROM project_log; SELECT count(*), max(position) FROM event;
213
213|213`,
      },
      {
        kind: 'note',
        text: 'Repeated 50 times by hand with random pauses; the newest position was never below the last printed one.',
      },
    ],
  },
  {
    statement:
      'The hash covers all fourteen members of an entry and the hash before it; the writer is one function that every action calls last.',
    meets: ['T.3', 'R.3'],
    evidence: [{ kind: 'diff', patch: readCapture('append-events.diff') }],
  },
  {
    statement: 'Appending costs three statements for one event and three for a hundred.',
    meets: ['T.4'],
    evidence: [
      {
        kind: 'command',
        command: 'npx vitest run append-events --reporter=verbose',
        exit_code: 0,
        output: `✓ one event: UPDATE project_log, UPDATE project_log, INSERT event
✓ a hundred events: UPDATE project_log, UPDATE project_log, INSERT event`,
      },
    ],
  },
  {
    statement:
      'Details of events hold ids, states and numbers; no body, title or comment is written to the log.',
    meets: ['R.4'],
    evidence: [
      {
        kind: 'command',
        command: "grep -rnE 'details: .*(body|comment|text)' mcp-server/src | wc -l",
        exit_code: 0,
        output: '0',
      },
    ],
  },
];

export const eventLog: Tale = async function* ({ people, agentFor, observe, remember }) {
  const { leila, mateo, ingrid } = people;
  yield day(4, '09:12');
  const opened = await leila.openGroup('flowgate', { ...text('R'), preset: 'simple' });
  remember('reportInReview', opened);
  yield day(4, '10:40');
  await mateo.approve(
    opened.root.id,
    1,
    'Good that signing is out of scope. Four facts I can check.',
  );
  yield day(4, '10:55');
  const agent = await agentFor(opened, ingrid, 'claude-store');
  await agent.continue();
  yield day(4, '11:20');
  const task = await agent.submit(text('T'));
  yield day(4, '13:05');
  await mateo.approve(task.document_id, 1, 'The lock order belongs in the comment, as you say.');
  yield ago(95);
  await agent.continue();
  const report = await agent.submit({
    ...text('TR'),
    fields: {
      changed_paths: [
        'mcp-server/src/store/events/append-events.ts',
        'mcp-server/src/store/events/list-events.ts',
        'prisma/models/work.prisma',
      ],
      deviations: false,
    },
    claims: CLAIMS,
  });
  yield ago(88);
  await observe(ingrid, report.document_id, {
    revision: 1,
    commit: '4d569221c42b54fbf76b052257a206fa577d8a59',
    name: 'databases',
    evidence: [{ kind: 'test_run', format: 'junit', content: readCapture('processes.junit.xml') }],
  });
};
