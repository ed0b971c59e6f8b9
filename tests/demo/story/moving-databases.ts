/** Nobody has decided the steps: an agent proposes them, and its work plan waits for a person. */
import { readStory } from '../read-story.ts';
import type { Tale } from '../stage.ts';
import { ago, day } from '../story-clock.ts';

const text = readStory('moving-databases');
const PLANNER = ['read', 'submit', 'dry_run', 'clarify', 'continue', 'plan'];

export const movingDatabases: Tale = async function* ({ people, agentFor, remember }) {
  const { leila, mateo, ingrid } = people;
  yield day(1, '10:15');
  const opened = await leila.openGroup('flowgate', text('R'));
  remember('workPlan', opened);
  yield day(1, '11:30');
  await mateo.approve(opened.root.id, 1, 'R.1 is the one that counts. Which steps, I leave open.');
  const agent = await agentFor(opened, ingrid, 'claude-plans', { scopes: PLANNER });
  await agent.continue();
  yield ago(50);
  await agent.submit({
    ...text('WP'),
    type: 'WP',
    fields: {
      steps: [
        {
          type: 'N',
          note: 'Which columns come back otherwise on another database? Times, NFC, big numbers, collation of ids.',
        },
        { type: 'T', note: 'The command: in the order of foreign keys, in pages.' },
        {
          type: 'TS',
          note: 'Three installations of different size, moved there and back, each log verified.',
        },
      ],
    },
  });
};
