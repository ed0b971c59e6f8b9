/**
 * The agent of the live run: a plain MCP client with a token. It asks for its next step, hands in, waits for the
 * verdict, mends what a reviewer asks for, and goes on; one line a step, so that whoever watches sees it wait.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { LiveScript } from './live-script.ts';
import { nextSubmission } from './live-script.ts';
import { StoryAgent } from './story-agent.ts';

/** Long enough below the minute at which the client cuts a silent call. */
const WAIT_SECONDS = 40;

export interface LiveJob {
  readonly groupId: string;
  readonly secret: string;
  readonly script: LiveScript;
}

export interface LiveRun {
  readonly url: string;
  /** Opens a group and issues a token for it: agents open none. */
  nextJob(): Promise<LiveJob>;
  say(line: string): void;
  readonly signal: AbortSignal;
  /** How long "working" takes, in milliseconds. */
  readonly paceMilliseconds: number;
}

/** Works on one group after the other until the signal. */
export async function runLiveAgent(run: LiveRun): Promise<void> {
  while (!run.signal.aborted) {
    try {
      await work(run, await run.nextJob());
    } catch (error) {
      if (run.signal.aborted) return;
      run.say(`stopped: ${error instanceof Error ? error.message : String(error)}`);
      run.say('it needs a new token and a new group: they follow in a moment');
      await pause(run, 10).catch(() => undefined);
    }
  }
}

async function work(run: LiveRun, job: LiveJob): Promise<void> {
  const { say, signal } = run;
  say(`connects with its token for ${job.groupId}: "${job.script.title}"`);
  const agent = await StoryAgent.connect(run.url, job.secret, 'live-agent');
  try {
    for (;;) {
      const answer = await agent.continue(signal);
      if (answer.assignment !== null) await handIn(run, job, agent, answer.assignment);
      else if (answer.run?.reason === 'target_reached') {
        say('every step up to its target is approved; a person gives the final approval');
        return await untilClosed(run, job, agent, answer.cursor);
      } else if (answer.run?.state === 'ended') return say(`ends here: ${answer.run.message}`);
      else {
        say(`waits: ${answer.run?.message ?? answer.next}`);
        await untilChanged(run, agent, { cursor: answer.cursor });
      }
    }
  } finally {
    await agent.close();
  }
}

// biome-ignore lint/suspicious/noExplicitAny: an assignment as the tool gives it.
type Assignment = any;

async function handIn(
  run: LiveRun,
  { script }: LiveJob,
  agent: StoryAgent,
  assignment: Assignment,
): Promise<void> {
  const { say, signal } = run;
  const { type, step, read, reasons } = assignment;
  say(`step ${step}, ${type}: reads ${read.map(({ id }: { id: string }) => id).join(', ')}`);
  for (const { id } of read) await agent.read(id, signal);
  const answered = assignment.answers.length > 0;
  if (script.question?.before === type && !answered && reasons.length === 0) {
    return ask(run, script, agent);
  }
  for (const { text } of reasons) say(`is asked to mend: "${shortened(text)}"`);
  await pause(run, 1);
  const submission = nextSubmission(script, assignment);
  const given = await agent.submit(submission, signal);
  say(`hands in ${given.document_id}@${given.revision}: "${submission.title}"`);
  say(`waits for a verdict: ${given.review_url}`);
  const heard = await untilChanged(run, agent, {
    document_id: given.document_id,
    cursor: given.cursor,
  });
  say(`hears: ${given.document_id} is ${String(heard.state).replaceAll('_', ' ')}`);
}

async function ask(run: LiveRun, { question }: LiveScript, agent: StoryAgent): Promise<void> {
  if (question === undefined) return;
  await pause(run, 1);
  const { before: _before, ...asked } = question;
  const { question_ids, cursor } = await agent.clarify([asked], run.signal);
  const [questionId] = question_ids;
  run.say(`asks instead of guessing (${questionId}): "${shortened(asked.text)}"`);
  run.say(`waits for an answer: ${run.url}/questions`);
  const heard = await untilChanged(run, agent, { question_id: questionId, cursor });
  const answer = heard.answers.find(
    ({ question_id }: { question_id: string }) => question_id === questionId,
  );
  run.say(`hears: ${answer?.option ?? answer?.text ?? answer?.state ?? 'nothing'}`);
}

/** Repeats the bounded wait with its cursor until something has happened. */
async function untilChanged(run: LiveRun, agent: StoryAgent, input: object): Promise<Assignment> {
  let cursor = {};
  for (;;) {
    const heard = await agent.awaitVerdict(
      { ...input, ...cursor, max_wait_seconds: WAIT_SECONDS },
      run.signal,
    );
    if (heard.changed) return heard;
    cursor = { cursor: heard.cursor };
  }
}

async function untilClosed(
  run: LiveRun,
  { groupId }: LiveJob,
  agent: StoryAgent,
  since: string,
): Promise<void> {
  for (let cursor = since; ; ) {
    const { facts } = await agent.read(groupId, run.signal);
    if (facts.state !== 'open') return run.say(`hears: ${groupId} is ${facts.state}`);
    ({ cursor } = await untilChanged(run, agent, { cursor }));
  }
}

function pause(run: LiveRun, times: number): Promise<void> {
  return delay(run.paceMilliseconds * times, undefined, { signal: run.signal });
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
