/** `pnpm demo`: the server on a throw-away database with a story in it, and an agent that works on while you watch. */
import { parseArgs } from 'node:util';
import { type LiveJob, runLiveAgent } from './live-agent.ts';
import { openLiveJob } from './live-jobs.ts';
import { DEMO_NAMES, DEMO_PASSWORD, PEOPLE } from './people.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';
import { StoryPerson } from './story-person.ts';

const HELP = `Starts FlowGate with a demonstration in it; Ctrl-C ends it and leaves nothing behind.

  pnpm demo [--port 8089] [--no-agent]

  --port      the port to listen on; FLOWGATE_PORT or 8089 by default
  --no-agent  without the agent that works on while you watch
  --help      this text
`;
const PORT_DEFAULT = '8089';
/** So that a person can follow what the agent says. */
const PACE_MILLISECONDS = 2_500;

const options = readOptions();
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => stopping.abort());
}
try {
  process.stdout.write('Telling the story of the past two weeks …\n');
  const startedAt = performance.now();
  const demo = await startDemo({ port: options.port, signal: stopping.signal });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  process.stdout.write(`Done in ${seconds} s.\n\n${await greeting(demo)}\n`);
  if (options.agent && !stopping.signal.aborted) void runAgent(demo);
  await stopped();
  process.stdout.write('\nStopping. The database of the demo goes with it.\n');
  await demo.stop();
  process.exit(0);
} catch (error) {
  if (stopping.signal.aborted) process.exit(0);
  process.stderr.write(`The demo can't start: ${reasonOf(error)}\n`);
  process.exit(1);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error.message;
  return `port ${options.port} is taken. Choose another: pnpm demo --port ${options.port + 1}`;
}

function readOptions(): { port: number; agent: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        agent: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
      allowNegative: true,
    });
    if (values.help) {
      process.stdout.write(HELP);
      process.exit(0);
    }
    const port = Number(values.port ?? (process.env['FLOWGATE_PORT'] || PORT_DEFAULT));
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new Error('The port must be a whole number from 1 to 65535.');
    }
    return { port, agent: values.agent };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    process.exit(1);
  }
}

function stopped(): Promise<void> {
  const { signal } = stopping;
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function greeting({ url, groups }: RunningDemo): Promise<string> {
  const at = (name: string) => `${url}/groups/${groups[name]}`;
  const { setup } = await tokenToTry(url, groups['yours'] ?? '');
  const width = Math.max(...DEMO_NAMES.map((name) => name.length));
  const logins = DEMO_NAMES.map((username) => {
    const { name, roles, language, ...more } = PEOPLE[username];
    const places = Object.entries(roles).map(([project, role]) => `${role} of ${project}`);
    if ('isAdmin' in more) places.unshift('admin of the installation');
    const speaks = language === 'en' ? '' : ` (${language})`;
    return `  ${username.padEnd(width)}  ${name}${speaks}: ${places.join(', ')}`;
  });
  return `FlowGate is at ${url}

Sign in as one of these; everybody's password is: ${DEMO_PASSWORD}
${logins.join('\n')}

A token for an agent of yours, for the group ${groups['yours']}:
  ${setup.claude_code}
Then tell it: "Continue your work at the gate."

Try first:
  1. Sign in as mateo, open the queue, and judge the report on the event log: approve it, or
     say what is missing. It stands in ${at('reportInReview')}
  2. Open the work of the live agent below: approve its task, or send it back with a reason, and
     watch it here. It prints the address.
  3. Open the report in ${at('conversation')}:
     comments with a suggestion, answered by its second revision, and the advice of an agent. Its
     task cites the turn of a conversation that settled it.
  4. Read what was done in a night without anybody, and say that you have read it:
     ${at('unattended')}
     All runs, the paused one too: ${url}/runs
  5. Approve the plan of an agent, and it becomes the steps: ${at('workPlan')}
  6. Compare the three revisions of the report in ${at('thirdRevision')}
     and read how each reason was answered.
  7. Sign in as ingrid for what maintainers have: a type and a preset of the project's own (used in
     ${at('ownType')}), a webhook with its messages,
     tokens, members and the log: ${url}/admin

Ctrl-C ends the demo and removes its database.
`;
}

async function tokenToTry(url: string, groupId: string) {
  const ingrid = new StoryPerson(url, 'ingrid');
  await ingrid.signIn(DEMO_PASSWORD);
  return ingrid.issueToken(groupId, 'your-agent', 'Yours, to try');
}

async function runAgent({ url }: RunningDemo): Promise<void> {
  let jobs = 0;
  const nextJob = (): Promise<LiveJob> => openLiveJob(url, jobs++);
  const say = (line: string) => {
    process.stdout.write(`${new Date().toTimeString().slice(0, 8)}  agent  ${line}\n`);
  };
  await runLiveAgent({
    url,
    nextJob,
    say,
    signal: stopping.signal,
    paceMilliseconds: PACE_MILLISECONDS,
  });
}
