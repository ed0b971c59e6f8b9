/** Every step is approved: the server has written the final approval, and it waits for a person. */
import { readCapture, readStory } from '../read-story.ts';
import type { Tale } from '../stage.ts';
import { ago, day } from '../story-clock.ts';

const text = readStory('gate-tables');

export const gateTables: Tale = async function* ({ people, agentFor, remember }) {
  const { leila, mateo, jihoon, ingrid } = people;
  yield day(6, '08:20');
  const opened = await leila.openGroup('flowgate', { ...text('R'), preset: 'simple' });
  remember('finalApproval', opened);
  yield day(6, '09:02');
  await jihoon.approve(opened.root.id);
  const agent = await agentFor(opened, ingrid, 'claude-gate');
  await agent.continue();
  yield day(6, '09:25');
  const task = await agent.submit(text('T'));
  yield day(6, '11:40');
  await mateo.approve(task.document_id, 1, 'The second list is the point of it. Keep it.');
  yield day(4, '16:05');
  const report = await agent.submit({
    ...text('TR'),
    claims: [
      {
        statement:
          'All thirty-five pairs of state and verb go where the list written by hand says, or nowhere.',
        meets: ['T.1', 'R.1'],
        evidence: [
          { kind: 'test_run', format: 'junit', content: readCapture('gate-tests.junit.xml') },
          { kind: 'commit', sha: 'c9b9085232f4f7956848d92bb7f04d424faa6adc' },
        ],
      },
      {
        statement: 'The gate imports nothing outside its own folder.',
        meets: ['R.2'],
        evidence: [
          {
            kind: 'command',
            command:
              'grep -rhoE "from \'[^\']+\'" mcp-server/src/gate --include=*.ts --exclude=*.test.ts | grep -v "\'\\./" | wc -l',
            exit_code: 0,
            output: '0',
          },
        ],
      },
      {
        statement:
          'A verdict on a replaced revision is refused with revision_replaced, for people and agents alike.',
        meets: ['R.3', 'T.2'],
        evidence: [
          {
            kind: 'command',
            command:
              'npx vitest run mcp-server/src/gate/verdicts.test.ts -t replaced --reporter=verbose',
            exit_code: 0,
            output: `✓ a verdict names the revision that was read > approve on a replaced revision is refused
✓ a verdict names the revision that was read > request_revision on a replaced revision is refused
✓ a verdict names the revision that was read > reject on a replaced revision is refused`,
          },
        ],
      },
      {
        statement:
          'In 1,000 random histories of 200 commands the head never passes a step that is not approved.',
        meets: ['T.3', 'R.4'],
        evidence: [
          {
            kind: 'command',
            command: 'npx vitest run mcp-server/src/gate/histories.test.ts',
            exit_code: 0,
            output: `✓ the head never passes an unapproved step (1000 runs)
✓ no person's approval lands on a body they were not shown (1000 runs)
✓ no token admits more than it grants (1000 runs)`,
          },
          { kind: 'commit', sha: '9443711' },
        ],
      },
    ],
  });
  yield ago(170);
  await jihoon.approve(
    report.document_id,
    1,
    '표와 테스트가 설계 문서와 같은지 직접 비교했습니다.',
  );
};
