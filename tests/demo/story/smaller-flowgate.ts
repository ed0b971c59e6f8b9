/** Short tales of the project `flowgate`: a question, doubts after a reopening, a no, an end, and work left for the visitor. */
import { readStory } from '../read-story.ts';
import type { Tale } from '../stage.ts';
import { ago, day } from '../story-clock.ts';

const text = readStory('smaller-flowgate');

/** The agent has asked and waits; nothing moves until somebody answers. */
export const streamResume: Tale = async function* ({ people, agentFor, remember }) {
  const { leila, mateo, ingrid } = people;
  yield day(3, '09:05');
  const opened = await leila.openGroup('flowgate', { ...text('SR'), preset: 'simple' });
  remember('blockingQuestion', opened);
  yield day(3, '10:20');
  await mateo.approve(opened.root.id);
  const agent = await agentFor(opened, ingrid, 'claude-doors');
  await agent.continue();
  yield ago(65);
  await agent.clarify([
    {
      text: 'A laptop that slept over the weekend may have missed thousands of events. Send them all, or tell the page to read everything again?',
      context:
        'R.1 says every event, once. A replay of 40,000 events took 6 s here and blocked other streams; one `resync` frame took 2 ms, and the page re-read its queue in 80 ms.',
      options: [
        'Replay up to 1,000 events, then one resync',
        'Always replay everything, in pages of 500',
        'Never replay; always resync',
      ],
      blocking: true,
    },
  ]);
};

/** Approved work whose requirement was opened again: what followed it is in doubt. */
export const threeLanguages: Tale = async function* ({ people, agentFor, remember }) {
  const { leila, mateo, jihoon, ingrid } = people;
  yield day(8, '08:15');
  const opened = await leila.openGroup('flowgate', { ...text('QR'), preset: 'simple' });
  remember('reopened', opened);
  yield day(8, '08:50');
  await mateo.approve(opened.root.id);
  const agent = await agentFor(opened, ingrid, 'claude-sentences');
  await agent.continue();
  yield day(8, '09:10');
  const task = await agent.submit(text('QT'));
  yield day(8, '10:30');
  await mateo.approve(task.document_id);
  yield day(6, '15:00');
  const report = await agent.submit({
    ...text('QN'),
    claims: [
      {
        statement:
          'Codes and parameters of the three languages are the same; a missing sentence does not compile.',
        meets: ['T.1', 'T.2', 'R.1', 'R.3'],
        evidence: [
          {
            kind: 'command',
            command: 'npx vitest run --project unit mcp-server/src/sentences',
            exit_code: 0,
            output: `Test Files  2 passed (2)
     Tests  12 passed (12)`,
          },
          { kind: 'commit', sha: '850a9b2' },
        ],
      },
    ],
  });
  yield day(5, '09:40');
  await mateo.approve(report.document_id);
  yield ago(120);
  await jihoon.reopen(
    opened.root.id,
    1,
    'R.2는 한국어에서 성립하지 않습니다. 조사(을/를, 이/가)는 숫자와 낱말의 받침에 따라 달라집니다. Counters are not the whole of it: Korean particles depend on the last sound of the parameter, so "문서 3을" and "문서 2를" need different templates. Please say what is wanted.',
  );
};

/** Stopped: the agent's run has ended, and a person decides what comes next. */
export const toolList: Tale = async function* ({ people, agentFor, remember }) {
  const { leila, mateo, ingrid } = people;
  yield day(3, '13:10');
  const opened = await leila.openGroup('flowgate', { ...text('LR'), preset: 'simple' });
  remember('rejected', opened);
  yield day(3, '14:00');
  await mateo.approve(opened.root.id);
  const agent = await agentFor(opened, ingrid, 'claude-doors');
  await agent.continue();
  yield day(3, '14:12');
  const task = await agent.submit(text('LT'));
  yield day(2, '09:20');
  await mateo.reject(
    task.document_id,
    1,
    'One-letter names break R.2: a model that never saw the product would need the instructions to read the list.',
    'Output schemas are promised to clients. Leaving them out is a decision of the project, not of a task; I will take it up with Ingrid before anybody goes on.',
  );
};

/** Given up, with the reason where everybody finds it. */
export const reservedNumbers: Tale = async function* ({ people, remember }) {
  const { leila, ingrid, mateo } = people;
  yield day(7, '14:30');
  const opened = await leila.openGroup('flowgate', { ...text('NR'), preset: 'simple' });
  remember('discarded', opened);
  yield day(7, '15:05');
  await mateo.requestRevision(
    opened.root.id,
    1,
    'R.2 means numbers with gaps, or numbers that change their meaning. Which of the two?',
  );
  yield day(6, '09:10');
  await ingrid.discard(
    opened.group.id,
    'Numbers are dense and unique, and a dry run stores nothing: two promises that this would break. A text can say "this document" instead. See the rule on numbering in the domain page.',
  );
};

/** Ready for an agent of the visitor: the requirement is approved, the task is the next step. */
export const yours: Tale = async function* ({ people, remember }) {
  const { leila, mateo } = people;
  yield day(1, '13:00');
  const opened = await leila.openGroup('flowgate', { ...text('YR'), preset: 'simple' });
  remember('yours', opened);
  yield ago(45);
  await mateo.approve(opened.root.id, 1, 'Short and useful. Any agent may take it.');
};
