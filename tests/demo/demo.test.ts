import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from './people.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';
import { StoryPerson } from './story-person.ts';

/** Five seconds on an idle machine; the other tests keep both cores busy. */
const STORY_MILLISECONDS_MAX = 120_000;

let demo: RunningDemo;
let ingrid: StoryPerson;
let mateo: StoryPerson;

beforeAll(async () => {
  demo = await startDemo({ port: 0 });
  [ingrid, mateo] = await Promise.all([signedIn('ingrid'), signedIn('mateo')]);
}, STORY_MILLISECONDS_MAX);

afterAll(async () => {
  await demo.stop();
  expect(existsSync(demo.dependencies.config.dataDir)).toBe(false);
});

async function signedIn(username: string): Promise<StoryPerson> {
  const person = new StoryPerson(demo.url, username);
  await person.signIn(DEMO_PASSWORD);
  return person;
}

interface Thread {
  readonly suggestion: { readonly new: string } | null;
  readonly advice: boolean;
}
interface Delivery {
  readonly attempts: number;
}
interface Named {
  readonly type: string;
  readonly id: string;
}

const documentOf = (documents: readonly Named[], wanted: string): Named => {
  const found = documents.find(({ type }) => type === wanted);
  if (found === undefined) throw new Error(`there is no ${wanted}`);
  return found;
};

const readStoryGroup = (name: string) => ingrid.readGroup(demo.groups[name] ?? name);

describe('the story', () => {
  test.each([
    ['justOpened', { type: 'R', state: 'in_review' }],
    ['taskInReview', { type: 'T', state: 'in_review' }],
    ['reportInReview', { type: 'TR', state: 'in_review' }],
    ['revisionRequested', { type: 'TR', state: 'revision_requested' }],
    ['thirdRevision', { type: 'TR', state: 'in_review' }],
    ['blockingQuestion', { type: 'T', state: 'open' }],
    ['assumption', { type: 'TR', state: 'in_review' }],
    ['rejected', { type: 'T', state: 'rejected' }],
    ['reopened', { type: 'R', state: 'in_review' }],
    ['finalApproval', { type: 'AC', state: 'in_review' }],
    ['japanese', { type: 'TR', state: 'in_review' }],
    ['yours', { type: 'T', state: 'open' }],
    ['conversation', { type: 'TR', state: 'in_review' }],
    ['unattended', { type: 'AC', state: 'in_review' }],
    ['ownType', { type: 'ADR', state: 'in_review' }],
  ])('has an open group named %s that stands at %o', async (name, head) => {
    const { group, waiting_for } = await readStoryGroup(name);
    for (const { who, why } of waiting_for) expect(`${who} ${why}`).not.toContain('_');
    expect(group).toMatchObject({ state: 'open', head });
  });

  test('has a completed group, and a discarded one with its reason', async () => {
    expect((await readStoryGroup('completed')).group).toMatchObject({ state: 'completed' });
    expect((await readStoryGroup('discarded')).group).toMatchObject({
      state: 'discarded',
      closed_because: expect.stringContaining('dense and unique'),
    });
  });

  test('has a group whose steps nobody has decided', async () => {
    const { group, sequence, root } = await readStoryGroup('sequenceUndecided');
    expect({ state: group.state, decided: sequence.decided, root: root.state }).toEqual({
      state: 'open',
      decided: false,
      root: 'approved',
    });
  });

  test('has doubts about what followed a reopened requirement', async () => {
    const { documents } = await readStoryGroup('reopened');
    const stale = documents.filter((document: { stale: boolean }) => document.stale);
    expect(stale.map(({ type }: { type: string }) => type)).toEqual(['T', 'TR']);
  });

  test('has a question with options that holds its group, and one that an assumption goes on beside', async () => {
    const held = await readStoryGroup('blockingQuestion');
    expect(held.group.clarifying).toBe(true);
    expect(held.questions).toMatchObject([{ blocking: true, state: 'open' }]);
    expect(held.questions[0].options).toHaveLength(3);
    const beside = await readStoryGroup('assumption');
    expect(beside.group.clarifying).toBe(false);
    expect(beside.questions).toMatchObject([
      { blocking: false, assumption: expect.stringContaining('Berlin') },
    ]);
    const { documents } = beside;
    const { id } = documents.find(({ type }: { type: string }) => type === 'TR');
    const { assumptions } = await mateo.send('GET', `/documents/${id}`);
    expect(assumptions).toEqual([expect.stringContaining('Berlin')]);
  });

  test('has a third revision that answers every reason of the two before', async () => {
    const { documents } = await readStoryGroup('thirdRevision');
    const { id } = documents.find(({ type }: { type: string }) => type === 'TR');
    const { document, reasons } = await mateo.send('GET', `/documents/${id}`);
    expect(document.revision).toBe(3);
    expect(reasons).toHaveLength(3);
    for (const { response } of reasons) expect(response).toMatchObject({ done: true });
    const diff = await mateo.send('GET', `/documents/${id}/diff?from=1&to=3`);
    expect(diff.lines_added).toBeGreaterThan(5);
  });

  test('has a report whose claims meet every criterion, with a diff and a test run among the evidence', async () => {
    const kinds = new Set<string>();
    for (const name of ['reportInReview', 'finalApproval']) {
      const { documents } = await readStoryGroup(name);
      const { id } = documents.find(({ type }: { type: string }) => type === 'TR');
      const { claims } = await mateo.send('GET', `/documents/${id}`);
      expect(claims.length).toBeGreaterThan(3);
      for (const { evidence } of claims) for (const { kind } of evidence) kinds.add(kind);
    }
    expect([...kinds].sort()).toEqual(['command', 'commit', 'diff', 'note', 'test_run']);
  });

  test('has a test run that CI saw itself', async () => {
    const { documents } = await readStoryGroup('reportInReview');
    const { observed } = await mateo.send('GET', `/documents/${documentOf(documents, 'TR').id}`);
    expect(observed).toMatchObject([{ name: 'databases', tests: { total: 9, passed: 9 } }]);
  });

  test('has a conversation whose turn a task cites', async () => {
    const { documents } = await readStoryGroup('conversation');
    const conversation = documentOf(documents, 'CH');
    const { turns } = await mateo.send('GET', `/conversations/${conversation.id}/turns`);
    expect(turns).toHaveLength(4);
    expect(turns[2]).toMatchObject({ turn: 3, by: { name: 'Ingrid Solberg' } });
    const { cites } = await mateo.send('GET', `/documents/${documentOf(documents, 'T').id}`);
    expect(JSON.stringify(cites)).toContain(`${conversation.id}#3`);
  });

  test('has a review whose suggestion the next revision takes, and an advice of an agent on that', async () => {
    const { documents } = await readStoryGroup('conversation');
    const { id } = documentOf(documents, 'TR');
    const { document, body, reasons, judgements } = await mateo.send('GET', `/documents/${id}`);
    const { threads } = await mateo.send('GET', `/documents/${id}/threads`);
    const suggested = threads.find(({ suggestion }: Thread) => suggestion !== null);
    expect(document.revision).toBe(2);
    expect(body).toContain(suggested.suggestion.new);
    expect(reasons).toHaveLength(2);
    for (const { response } of reasons) expect(response).toMatchObject({ done: true });
    expect(judgements.at(-1)).toMatchObject({ by: { kind: 'token' }, counts: false });
    expect(threads.filter(({ advice }: Thread) => advice)).toHaveLength(1);
  });

  test('has a plan that waits before any steps are decided', async () => {
    const { sequence, documents } = await readStoryGroup('workPlan');
    expect(sequence.decided).toBe(false);
    const { plan } = await mateo.send('GET', `/documents/${documentOf(documents, 'WP').id}`);
    const types = plan.proposed.map(({ type }: { type: string }) => type);
    expect(types).toEqual(['R', 'N', 'NR', 'T', 'TR', 'TS', 'TSR', 'AC']);
  });

  test('has a night that nobody has read yet, with an assumption', async () => {
    const { runs } = await readStoryGroup('unattended');
    const { unread, assumed, waiting } = await mateo.send('GET', `/runs/${runs[0].id}`);
    expect(unread.map(({ type }: { type: string }) => type)).toEqual(['N', 'NR', 'T', 'TR']);
    expect(assumed).toHaveLength(1);
    expect(waiting).not.toHaveLength(0);
  });

  test('has a run that a person has paused', async () => {
    const { runs } = await readStoryGroup('revisionRequested');
    expect(runs).toMatchObject([{ state: 'paused', reason: 'paused_by_person' }]);
  });

  test('has told the chat of the reviewers, in its own time', async () => {
    const { webhooks } = await ingrid.send('GET', '/projects/flowgate/webhooks');
    const { deliveries } = await ingrid.send('GET', `/webhooks/${webhooks[0].id}/deliveries`);
    const first = deliveries.filter(({ attempts }: Delivery) => attempts === 1);
    expect(first.length).toBeGreaterThan(20);
    for (const { created_at, attempted_at } of first) {
      expect(Date.parse(attempted_at) - Date.parse(created_at)).toBeLessThan(60_000);
    }
  });

  test('happened in the order of its log, over more than a week', async () => {
    const { reader } = demo.dependencies.database;
    for (const projectId of ['flowgate', 'storefront']) {
      const events = await reader.event.findMany({
        where: { projectId },
        orderBy: { position: 'asc' },
      });
      const times = events.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((one, other) => one - other));
      expect(new Set(events.map(({ at }) => at.toDateString())).size).toBeGreaterThan(4);
    }
  });

  test('leaves work in the queue of the reviewer who is asked to look', async () => {
    const { items } = await mateo.send('GET', '/queue');
    expect(items.length).toBeGreaterThan(4);
  });
});
