/** A type of the project's own: decisions are recorded, and read by two people, before the task is written. */
import { readStory } from '../read-story.ts';
import type { Tale } from '../stage.ts';
import { ago, day } from '../story-clock.ts';

const text = readStory('one-way-out');

const DECISION_RECORD = {
  project: 'flowgate',
  code: 'ADR',
  series: 'design',
  names: { en: 'Decision record', ko: '결정 기록', ja: '決定記録' },
  purposes: {
    en: 'Records a decision that outlives its task: what stood in question, what was decided, why, and its price.',
    ko: '작업보다 오래 남을 결정을 기록한다. 무엇이 문제였고, 무엇을 왜 정했으며, 대가가 무엇인지 적는다.',
    ja: '作業の後も残る決定を記録する。何が問題で、何をなぜ決め、代償は何かを書く。',
  },
  guides: {
    en: `# Decision record (ADR)

Half a page. Whoever reads it in two years must see why the obvious alternative wasn't taken.

- One question a record. Two decisions are two records.
- The price is never empty: a decision without one is a habit.
- A record is superseded by a later one, not rewritten: name it in \`supersedes\`.
`,
  },
  templates: {
    en: `## Question

_What has to be decided, and what happens if nobody does._

## Decision

_In the present tense._

## Why

_And why not the alternative that everybody will ask for._

## Price

_What is harder from now on._
`,
  },
  fields: {
    properties: {
      number: { type: 'string', title: 'Number', pattern: '^[0-9]{4}$', maxLength: 4 },
      scope: {
        type: 'string',
        title: 'Scope',
        enum: ['one room', 'the house', 'promised to clients'],
      },
      supersedes: { type: 'string', title: 'Supersedes', pattern: '^[0-9]{4}$', maxLength: 4 },
    },
    required: ['number', 'scope'],
  },
  gate: { by: 'human', approvals: 2, unattended: false },
};

export const oneWayOut: Tale = async function* ({ people, agentFor, remember }) {
  const { leila, mateo, jihoon, ingrid } = people;
  yield day(3, '08:10');
  await ingrid.send('POST', '/types', DECISION_RECORD);
  await ingrid.send('POST', '/presets', {
    project: 'flowgate',
    code: 'decide',
    names: { en: 'Decide first', ko: '결정부터', ja: '決定から' },
    descriptions: {
      en: 'Record the decision, then do it.',
      ko: '결정을 기록한 다음 작업한다.',
      ja: '決定を記録してから作業する。',
    },
    root: 'R',
    steps: [{ type: 'ADR' }, { type: 'T' }],
  });
  yield day(2, '13:20');
  const opened = await leila.openGroup('flowgate', { ...text('R'), preset: 'decide' });
  remember('ownType', opened);
  yield day(2, '14:05');
  await mateo.approve(opened.root.id, 1, 'R.4 is what keeps it true next year.');
  const agent = await agentFor(opened, ingrid, 'claude-doors');
  await agent.continue();
  yield day(1, '09:25');
  const record = await agent.submit({
    ...text('ADR'),
    fields: { number: '0010', scope: 'the house' },
  });
  yield ago(175);
  await jihoon.approve(record.document_id, 1, '이름을 한 번만 해석한다는 점이 핵심입니다.');
};
