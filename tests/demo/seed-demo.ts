/** Fills a running server with the story, through its own doors. */

import { SYSTEM_ACTOR } from '../../mcp-server/src/actions/actor-of.ts';
import type { Dependencies } from '../../mcp-server/src/dependencies.ts';
import { appendEvents, INSTALLATION_LOG } from '../../mcp-server/src/store/events/append-events.ts';
import { insertPerson } from '../../mcp-server/src/store/people/people.ts';
import { DEMO_NAMES, DEMO_PASSWORD, DEMO_PASSWORD_HASH, type DemoName, PEOPLE } from './people.ts';
import { play, type Stage } from './stage.ts';
import { PROJECTS } from './story/projects.ts';
import { TALES } from './story/tales.ts';
import { StoryAgent } from './story-agent.ts';
import type { StoryClock } from './story-clock.ts';
import { StoryPerson } from './story-person.ts';
import { tellWebhooks } from './tell-webhooks.ts';

export interface DemoPlace {
  readonly url: string;
  readonly dependencies: Dependencies;
  /** The clock that `dependencies` were built with. */
  readonly clock: StoryClock;
  readonly chatUrl: string;
  /** Ends the telling in the middle. */
  readonly signal?: AbortSignal | undefined;
}

export interface SeededDemo {
  /** Group ids by the names that the tales give them, such as `reportInReview`. */
  readonly groups: Readonly<Record<string, string>>;
}

/** On a migrated database with the shipped types, and nothing else in it. Takes a few seconds; the clock is real afterwards. */
export async function seedDemo({
  url,
  dependencies,
  clock,
  chatUrl,
  signal,
}: DemoPlace): Promise<SeededDemo> {
  for (const username of DEMO_NAMES) await addPerson(dependencies, username);
  const people = await signInAll(url);
  await addProjects(people);
  const groups: Record<string, string> = {};
  const agents: StoryAgent[] = [];
  const stage: Stage = {
    people,
    chatUrl,
    agentFor: async ({ group }, issuer, agent, terms) => {
      const label = `${agent} on ${group.id}`;
      const { secret } = await issuer.issueToken(group.id, agent, label, terms);
      const connected = await StoryAgent.connect(url, secret, agent);
      agents.push(connected);
      return connected;
    },
    observe: async (issuer, documentId, seen) => {
      const { secret } = await issuer.send('POST', '/tokens', {
        project: documentId.slice(0, documentId.indexOf('.')),
        kind: 'ci',
        label: 'Pipeline',
      });
      const answer = await fetch(`${url}/api/v1/documents/${documentId}/evidence`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(seen),
      });
      if (!answer.ok) throw new Error(`CI was refused: ${await answer.text()}`);
    },
    afterwards: () => tellWebhooks(dependencies),
    remember: (name, { group }) => {
      groups[name] = group.id;
    },
  };
  try {
    await play(TALES, stage, clock, signal);
  } finally {
    await Promise.allSettled(agents.map((agent) => agent.close()));
  }
  clock.catchUp();
  await Promise.all(Object.values(people).map((person) => person.signOut()));
  return { groups };
}

/** Beside the door that makes accounts: each would cost a password's hash. The log gets what that door writes. */
async function addPerson(
  { database, newId, clock }: DemoPlace['dependencies'],
  username: DemoName,
): Promise<void> {
  const { name, language, ...more } = PEOPLE[username];
  const isAdmin = 'isAdmin' in more;
  const at = clock.now();
  await database.inTransaction(async (transaction) => {
    const person = await insertPerson(transaction, {
      id: newId(),
      username,
      email: `${username}@example.org`,
      displayName: name,
      passwordHash: DEMO_PASSWORD_HASH,
      isAdmin,
      language,
      createdAt: at,
    });
    await appendEvents(transaction, {
      projectId: INSTALLATION_LOG,
      groupId: null,
      actor: SYSTEM_ACTOR,
      at,
      events: [
        { kind: 'person.created', details: { person: person.id, username, admin: isAdmin } },
      ],
    });
  });
}

async function signInAll(url: string): Promise<Record<DemoName, StoryPerson>> {
  const people = DEMO_NAMES.map((username) => new StoryPerson(url, username));
  for (const person of people) await person.signIn(DEMO_PASSWORD);
  return Object.fromEntries(people.map((person) => [person.username, person])) as Record<
    DemoName,
    StoryPerson
  >;
}

/** The admin makes them and leaves them to their maintainers. */
async function addProjects({ amara }: Record<DemoName, StoryPerson>): Promise<void> {
  for (const { slug, title, instructions } of PROJECTS) {
    await amara.send('POST', '/projects', { slug, title });
    for (const username of DEMO_NAMES) {
      const roles: Partial<Record<string, string>> = PEOPLE[username].roles;
      const role = roles[slug];
      if (role === undefined) continue;
      await amara.send('PUT', `/projects/${slug}/members/${username}`, { role });
    }
    await amara.send('PATCH', `/projects/${slug}`, { instructions });
    await amara.send('PUT', `/projects/${slug}/members/amara`, { role: null });
  }
}
