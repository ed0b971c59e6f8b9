import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLiveAgent } from './live-agent.ts';
import { openLiveJob } from './live-jobs.ts';
import { DEMO_PASSWORD } from './people.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';
import { StoryPerson } from './story-person.ts';

/** Six seconds on an idle machine; the other tests keep both cores busy. */
const STORY_MILLISECONDS_MAX = 120_000;

let demo: RunningDemo;
let mateo: StoryPerson;

beforeAll(async () => {
  demo = await startDemo({ port: 0 });
  mateo = new StoryPerson(demo.url, 'mateo');
  await mateo.signIn(DEMO_PASSWORD);
}, STORY_MILLISECONDS_MAX);

afterAll(() => demo.stop());

test('the live agent waits, mends, asks and goes on as people judge, and begins anew when its group is completed', async () => {
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
