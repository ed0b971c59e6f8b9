/** Work for the live agent: people open a group from a prepared requirement and hand out a token for it. */
import type { LiveJob } from './live-agent.ts';
import { DEMO_PASSWORD } from './people.ts';
import { LIVE_SCRIPTS } from './story/live-scripts.ts';
import { StoryPerson } from './story-person.ts';

/** The scripts take turns. Leila opens the group, so that its documents wait for any reviewer, not for her. */
export async function openLiveJob(url: string, number: number): Promise<LiveJob> {
  const script = LIVE_SCRIPTS[number % LIVE_SCRIPTS.length];
  if (script === undefined) throw new Error('there is no script for the live agent');
  const [leila, ingrid] = await Promise.all([signedIn(url, 'leila'), signedIn(url, 'ingrid')]);
  const { group, root } = await leila.openGroup('flowgate', {
    title: script.title,
    body: script.root.body,
    preset: 'simple',
  });
  await ingrid.approve(root.id, 1, 'Go ahead. A small piece, one task.');
  const { secret } = await ingrid.issueToken(group.id, 'live-agent', 'Live run of the demo');
  await Promise.all([leila.signOut(), ingrid.signOut()]);
  return { groupId: group.id, secret, script };
}

async function signedIn(url: string, username: string): Promise<StoryPerson> {
  const person = new StoryPerson(url, username);
  await person.signIn(DEMO_PASSWORD);
  return person;
}
