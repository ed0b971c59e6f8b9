import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runLiveAgent } from './live-agent.ts';
import { openLiveJob } from './live-jobs.ts';
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

describe('the live agent', () => {
  test('waits, mends, asks and goes on as people judge, and begins anew when its group is completed', async () => {
    const stopping = new AbortController();
    const { hear, say } = listening();
    let jobs = 0;
    const running = runLiveAgent({
      url: demo.url,
      nextJob: () => openLiveJob(demo.url, jobs++),
      say,
      signal: stopping.signal,
      paceMilliseconds: 0,
    });
    const [task = ''] = await hear(/hands in (\S+-T)@1/);
    await mateo.requestRevision(task, 1, 'Which answers count as slow?');
    await hear(/is asked to mend: "Which answers count as slow\?"/);
    await hear(/hands in (\S+-T)@2/);
    for (const revision of [2, 3]) {
      await mateo.requestRevision(task, revision, `Still unclear after ${revision}.`);
      await hear(new RegExp(`hands in (\\S+-T)@${revision + 1}`));
    }
    await mateo.approve(task, 4);

    const [questionId = ''] = await hear(/asks instead of guessing \((\S+)\)/);
    const { questions } = await mateo.readGroup(questionId.replace(/-Q\d+$/, ''));
    await mateo.send('POST', `/questions/${questionId}/answers`, {
      option: questions[0].options[1].id,
    });
    const [report = ''] = await hear(/hands in (\S+-TR)@1/);
    const { body } = await mateo.send('GET', `/documents/${report}`);
    expect(body).toContain('Say only that some are missing');
    await mateo.approve(report);

    await hear(/a person gives the final approval/);
    const { documents } = await mateo.readGroup(task.slice(0, task.lastIndexOf('.')));
    const closing = documents.find(({ type }: { type: string }) => type === 'AC');
    await mateo.approve(closing.id, closing.revision);
    await hear(/is completed/);
    await hear(/"A slow reader must not hold up the others"/);
    stopping.abort();
    await running;
  });
});

/** Lines are heard in their order, each once, whenever they are said. */
function listening() {
  const lines: string[] = [];
  let wake = () => {};
  const say = (line: string) => {
    lines.push(line);
    wake();
  };
  const hear = async (pattern: RegExp): Promise<string[]> => {
    for (;;) {
      for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
        const found = pattern.exec(line);
        if (found) return found.slice(1);
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { hear, say };
}
