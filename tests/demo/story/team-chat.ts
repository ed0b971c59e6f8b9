/** The address that is told what waits and what was decided in the project. */
import type { Tale } from '../stage.ts';
import { day } from '../story-clock.ts';

export const teamChat: Tale = async function* ({ people, chatUrl }) {
  yield day(3, '08:30');
  await people.ingrid.send('POST', '/projects/flowgate/webhooks', {
    label: 'Chat of the reviewers',
    url: chatUrl,
    kinds: [
      'document.submitted',
      'document.approved',
      'document.revision_requested',
      'document.rejected',
      'question.asked',
    ],
  });
};
