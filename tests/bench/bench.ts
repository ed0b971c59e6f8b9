/**
 * What a call costs, beside a tool that does nothing: medians over HTTP on SQLite with `synchronous=FULL`, with the
 * SDK's own client. Ratios are what counts: times differ from machine to machine. Never fails; every line says whether
 * it keeps its limit.
 */
import { median, sideBySide } from './measure.ts';
import { type Agent, openSite, type Site } from './site.ts';
import { task } from './texts.ts';

const ROUNDS = Number(process.argv[2] ?? 30);
const FEW_DOCUMENTS = 100;
const MANY_DOCUMENTS = 10_000;

interface Line {
  readonly what: string;
  readonly figure: string;
  readonly limit?: string;
  readonly ok?: boolean;
}

const lines: Line[] = [];

function judge(what: string, value: number, max: number | null, unit: string, note = ''): void {
  const figure = `${value.toFixed(unit === '×' || unit === 'ms' ? 2 : 0)} ${unit}${note}`;
  lines.push(
    max === null ? { what, figure } : { what, figure, limit: `≤ ${max}`, ok: value <= max },
  );
}

/** The calls that are compared; `submit` takes a group of its own each time. */
interface Calls {
  readonly noop: () => Promise<unknown>;
  readonly read: () => Promise<unknown>;
  readonly continue: () => Promise<unknown>;
  readonly dry_run: () => Promise<unknown>;
  readonly await_verdict: () => Promise<unknown>;
  readonly submit: () => Promise<unknown>;
}

interface Measured {
  readonly calls: Calls;
  /** Submitted while measuring, and waiting for a verdict. */
  readonly waiting: {
    readonly agent: Agent;
    readonly documentId: string;
    readonly cursor: string;
  }[];
}

async function prepare(site: Site, submissions: number): Promise<Measured> {
  const idle = await site.agent();
  const decided = await site.agent();
  const { document_id } = await decided.call('submit', task());
  await site.approve(document_id);
  const authors: Agent[] = [];
  for (let count = 0; count < submissions; count += 1) authors.push(await site.agent());
  const waiting: Measured['waiting'] = [];
  const calls: Calls = {
    noop: () => idle.call('noop'),
    read: () => decided.call('read', { id: document_id }),
    continue: () => idle.call('continue'),
    dry_run: () => idle.call('dry_run', task()),
    await_verdict: () => decided.call('await_verdict', { document_id }),
    submit: async () => {
      const agent = authors.pop();
      if (agent === undefined) throw new Error('more submissions than were prepared');
      const told = await agent.call('submit', task());
      waiting.push({ agent, documentId: told.document_id, cursor: told.cursor });
    },
  };
  // Once each, so that nobody pays for what is only done the first time.
  for (const call of Object.values(calls)) await call();
  return { calls, waiting };
}

async function ratios(few: Calls, many: Calls): Promise<void> {
  const small = await sideBySide(ROUNDS, { ...few });
  const limits = { submit: 6, read: 2.5, continue: null, dry_run: null, await_verdict: null };
  for (const [name, max] of Object.entries(limits)) {
    const time = small[name as keyof Calls];
    judge(`${name} / no-op`, time / small.noop, max, '×', `  (${time.toFixed(2)} ms)`);
  }
  judge('no-op', small.noop, null, 'ms');
  for (const name of ['submit', 'read', 'continue', 'dry_run', 'await_verdict'] as const) {
    // A submission needs a group made for it; the others are cheap, and their difference is small.
    const rounds = name === 'submit' ? ROUNDS : ROUNDS * 4;
    const both = await sideBySide(rounds, { few: few[name], many: many[name] });
    const what = `${name}, ${MANY_DOCUMENTS} / ${FEW_DOCUMENTS} documents`;
    judge(what, both.many / both.few, 1.1, '×');
  }
}

async function statements(site: Site, calls: Calls): Promise<void> {
  const limits = {
    submit: 20,
    read: 4,
    continue: null,
    dry_run: null,
    await_verdict: null,
    noop: null,
  };
  for (const [name, max] of Object.entries(limits)) {
    const call = calls[name as keyof Calls];
    // Now and then a call also notes that its token was used; that is no part of it.
    const count = Math.min(await site.statementsOf(call), await site.statementsOf(call));
    judge(`${name}, statements`, count, max, '');
  }
}

async function toolList(site: Site): Promise<void> {
  const { client } = await site.agent();
  const tools = (await client.listTools()).tools.filter(({ name }) => name !== 'noop');
  const read = tools.map(({ name, description, inputSchema }) => ({
    name,
    description,
    inputSchema,
  }));
  const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
  judge('tools/list, whole', size(tools), 18 * 1024, 'bytes');
  judge('tools/list, what a model reads', size(read), 10 * 1024, 'bytes');
  judge('tools/list, what a model reads', JSON.stringify(read).length / 4, 3_000, 'tokens');
}

/** From the answer to the person until the answer to the agent that waits; 0 where the agent heard first. */
async function latency(site: Site, waiting: Measured['waiting']): Promise<void> {
  const times: number[] = [];
  for (const { agent, documentId, cursor } of waiting.slice(0, ROUNDS)) {
    const open = Promise.withResolvers<void>();
    const input = { document_id: documentId, cursor };
    let heardAt = 0;
    const heard = agent
      .call('await_verdict', input, () => open.resolve())
      .then(({ state }) => {
        heardAt = performance.now();
        if (state !== 'approved') throw new Error(`heard ${state}`);
      });
    await open.promise;
    await site.approve(documentId);
    const answeredAt = performance.now();
    await heard;
    times.push(Math.max(0, heardAt - answeredAt));
  }
  judge(`verdict to waiting agent, median of ${times.length}`, median(times), 50, 'ms');
}

function print(): void {
  const width = Math.max(...lines.map(({ what }) => what.length));
  for (const { what, figure, limit = '', ok } of lines) {
    const mark = ok === undefined ? '' : ok ? 'ok' : 'OVER';
    console.log(`${what.padEnd(width)}  ${figure.padEnd(24)} ${limit.padEnd(8)} ${mark}`.trimEnd());
  }
}

console.log(
  `${ROUNDS} rounds; two servers, with ${FEW_DOCUMENTS} and ${MANY_DOCUMENTS} documents …`,
);
const [few, many] = [await openSite(FEW_DOCUMENTS), await openSite(MANY_DOCUMENTS)];
try {
  const small = await prepare(few, 2 * ROUNDS + 3);
  const large = await prepare(many, ROUNDS + 1);
  await statements(few, small.calls);
  await ratios(small.calls, large.calls);
  await toolList(few);
  await latency(few, small.waiting);
  print();
} finally {
  await few.close();
  await many.close();
}
