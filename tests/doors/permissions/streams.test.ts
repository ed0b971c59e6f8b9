/** The matrix over what stays open: the event stream and `subscriptions/listen` tell whom the list says, of what it says. */
import { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EventReader } from '../../support/event-reader.ts';
import { expectedOf, type Hearing, WHERE, type Where } from './expected.ts';
import { type Knocker, openWorld, type World } from './world.ts';

let world: World;
let cells = 0;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  console.log(`permission matrix over streams: ${cells} cells`);
  await world?.gate.stop();
});

const everybody = () => [...world.people, ...world.agents];

/** Named or not: a person's own projects, a token's own; an admin without a role of their own hears of what they name. */
const NAMED = [null, 'own', 'foreign', 'missing'] as const;
type Named = (typeof NAMED)[number];

function expectedAt({ kind }: Knocker, named: Named): Hearing {
  if (named === null && kind.kind === 'person') return 'admitted';
  // A group's token listens to its project, and hears of its group alone.
  const of = kind.kind === 'agent' ? 'narrowed' : 'project';
  return expectedOf('project.read', kind, of, named ?? 'own');
}

const queryOf = (named: Named) => (named === null ? '' : `?project=${world.places[named].project}`);

test('the event stream opens to whom the list says, and foreign looks like missing', async () => {
  const faults: string[] = [];
  for (const knocker of everybody()) {
    const answers = new Map<Named, string>();
    for (const named of NAMED) {
      cells += 1;
      const leave = new AbortController();
      const response = await fetch(`${world.gate.url}/api/v1/events${queryOf(named)}`, {
        headers: { ...knocker.headers, 'X-Request-Id': 'matrix' },
        signal: leave.signal,
      });
      const isOpen = response.status === 200;
      const text = isOpen ? '' : await response.text();
      leave.abort();
      const code = isOpen ? 'admitted' : JSON.parse(text).code;
      const expected = expectedAt(knocker, named);
      // An admin may name any project; one that isn't there has nothing to tell.
      const isAdmin = knocker.kind.kind === 'person' && knocker.kind.isAdmin;
      if (code !== expected && !(isAdmin && named === 'missing')) {
        faults.push(`${knocker.name}, ${named}: ${expected} expected, ${code} heard`);
      }
      answers.set(named, `${response.status} ${text}`);
      if (named === 'missing' && !isAdmin && answers.get('foreign') !== answers.get('missing')) {
        faults.push(`${knocker.name}: a foreign project differs from a missing one`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('what happens somewhere is told to whom it concerns, and to nobody else', async () => {
  const openings = everybody().flatMap((knocker) =>
    NAMED.filter((named) => expectedAt(knocker, named) === 'admitted').map((named) => ({
      knocker,
      named,
    })),
  );
  const listening = await Promise.all(
    openings.map(async ({ knocker, named }) => {
      const stream = await EventReader.open(world.gate.url, knocker.headers, queryOf(named));
      await stream.next('ping');
      return { knocker, named, stream };
    }),
  );
  for (const where of ['foreign', 'sibling', 'own'] as const) {
    const { questionId } = world.places[where];
    const maintainer = world.maintainers[where];
    await maintainer.must(
      maintainer.post(`/questions/${questionId}/dismissal`, { reason: 'Not now.' }),
    );
  }
  const faults: string[] = [];
  for (const { knocker, named, stream } of listening) {
    cells += 1;
    const { kind } = knocker;
    const hears = (where: Where) => {
      if (named === 'foreign') return where === 'foreign';
      // Without a role of their own an admin hears nothing unless they name a project.
      if (kind.kind === 'person' && kind.isAdmin && named === null) return false;
      if (where === 'foreign' || where === 'missing') return false;
      return expectedOf('project.read', kind, 'group', where) === 'admitted';
    };
    const expected = WHERE.filter(hears);
    const told = await groupsTold(stream, expected.length);
    const due = expected.map((where) => world.places[where].groupId).sort();
    if (String(told) !== String(due)) {
      faults.push(`${knocker.name}, ${named}: told of [${told}], not of [${due}]`);
    }
    stream.close();
  }
  expect(faults).toEqual([]);
});

/** The groups of so many frames, and of whatever else came; fewer when no more come. */
async function groupsTold(stream: EventReader, count: number): Promise<string[]> {
  const told: string[] = [];
  while (told.length < count) {
    const frame = await stream.next('question.dismissed').catch(() => null);
    if (frame === null) break;
    told.push(frame.data.group_id);
  }
  const rest = stream.rest.map(({ data }) => data.group_id);
  return [...told, ...rest.filter(Boolean)].sort();
}

test('listening is acknowledged for what the token may read, and for nothing else', async () => {
  for (const knocker of world.agents) {
    const secret = (knocker.headers['Authorization'] ?? '').replace('Bearer ', '');
    const { client } = await world.gate.connect(secret);
    if (!(client instanceof Client)) throw new Error('only the modern client listens');
    const urisAt = (where: Where) => [
      `flowgate://documents/${world.places[where].documentId}`,
      `flowgate://groups/${world.places[where].groupId}`,
    ];
    const mayRead = (where: Where) =>
      expectedOf('project.read', knocker.kind, 'group', where) === 'admitted';
    cells += WHERE.length;
    const subscription = await client
      .listen({ resourceSubscriptions: WHERE.flatMap(urisAt) })
      .catch(() => null);
    const acknowledged = subscription?.honoredFilter.resourceSubscriptions ?? [];
    expect([knocker.name, acknowledged]).toEqual([
      knocker.name,
      WHERE.filter(mayRead).flatMap(urisAt),
    ]);
    await subscription?.close();
  }
});
