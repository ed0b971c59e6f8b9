/** A report sent back with reasons, and its run paused by a person. */
import { readStory } from '../read-story.ts';
import type { Tale } from '../stage.ts';
import { ago, day } from '../story-clock.ts';

const text = readStory('import-law');

export const importLaw: Tale = async function* ({ people, agentFor, remember }) {
  const { leila, mateo, ingrid } = people;
  yield day(5, '10:10');
  const opened = await leila.openGroup('flowgate', { ...text('R'), preset: 'simple' });
  remember('revisionRequested', opened);
  yield day(5, '10:52');
  await mateo.approve(opened.root.id);
  const agent = await agentFor(opened, ingrid, 'claude-laws');
  await agent.continue();
  yield day(5, '11:20');
  const task = await agent.submit(text('T'));
  yield day(5, '13:45');
  await mateo.approve(task.document_id);
  yield day(2, '10:30');
  const report = await agent.submit({
    ...text('TR'),
    fields: {
      changed_paths: ['tests/laws/rooms.ts', 'tests/laws/rooms.test.ts'],
      deviations: true,
    },
    claims: [
      {
        statement: 'An import that the plan does not list fails the laws, with file and import.',
        meets: ['R.1', 'R.2', 'T.1'],
        evidence: [
          {
            kind: 'command',
            command: 'npx vitest run --project laws',
            exit_code: 1,
            output: `FAIL  laws  tests/laws/rooms.test.ts > every import follows an arrow of the plan
AssertionError: expected [ …(1) ] to deeply equal []

- Expected
+ Received

- []
+ [
+   "mcp-server/src/gate/rule.ts imports ../store/x.ts",
+ ]`,
          },
        ],
      },
      {
        statement: 'The laws run in less than two seconds.',
        meets: ['T.2'],
        evidence: [
          {
            kind: 'command',
            command: 'npx vitest run --project laws',
            exit_code: 0,
            output: `Test Files  1 passed (1)
     Tests  4 passed (4)
  Duration  913ms`,
          },
        ],
      },
    ],
  });
  yield ago(140);
  await mateo.requestRevision(
    report.document_id,
    1,
    'R.4 has no claim. Adding an import by hand and looking is not a test: put the faults into the test file, so that the law is proved with every run.',
    'The regular expression misses `await import(...)` and a comment between `from` and the path. The task asked for the parser. Either use it, or show both cases green.',
    'R.3: does `import type` count? The plan for dependencies.ts says "types only", which the law must be able to tell apart.',
  );
  yield ago(130);
  // Until it is settled what R.3 means, nobody should write a third regular expression.
  const { runs } = await ingrid.readGroup(opened.group.id);
  await ingrid.pause(runs[0].id);
};
