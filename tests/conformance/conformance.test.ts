/**
 * The public conformance suite of the protocol, for both eras: what applies to a real server on the server as it ships,
 * the rest on the same server with the suite's fixtures on it. What is expected to fail says why.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gate, startGate } from '../support/gate.ts';
import { relayTo } from '../support/relay.ts';
import { conformanceFixtures } from './fixtures.ts';
import { type ConformanceRun, runConformance } from './run-conformance.ts';

const MODERN = '2026-07-28';
const LEGACY = '2025-11-25';

/** Must pass unaided: nothing in them asks for what only a test server has. */
const SHIPPED: Readonly<Record<string, readonly string[]>> = {
  [MODERN]: [
    'tools-list',
    'resources-list',
    'prompts-list',
    'caching',
    'dns-rebinding-protection',
    'sep-2164-resource-not-found',
    'server-sse-multiple-streams',
    'input-required-result-unsupported-methods',
    'input-required-result-validate-input',
    'http-header-validation',
  ],
  [LEGACY]: [
    'server-initialize',
    'ping',
    'tools-list',
    'resources-list',
    'prompts-list',
    'dns-rebinding-protection',
  ],
};

const TASKS = 'An extension we do not offer: a wait is await_verdict, which every client can call.';
const SESSIONS =
  'Needs a session that outlives its request: the 2025 leg is stateless on purpose, so that any process can answer.';
const EXPECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [MODERN]: {
    'tasks-lifecycle': TASKS,
    'tasks-capability-negotiation': TASKS,
    'tasks-wire-fields': TASKS,
    'tasks-request-state-removal': TASKS,
    'tasks-mrtr-input': TASKS,
    'tasks-request-headers': TASKS,
    'tasks-dispatch-and-envelope': TASKS,
    'tasks-required-task-error': TASKS,
    'tasks-mrtr-composition': TASKS,
  },
  [LEGACY]: {
    'tools-call-sampling': SESSIONS,
    'tools-call-elicitation': SESSIONS,
    'elicitation-sep1034-defaults': SESSIONS,
    'elicitation-sep1330-enums': SESSIONS,
    'resources-subscribe': SESSIONS,
    'resources-unsubscribe': SESSIONS,
  },
};

async function runOn(gate: Gate, revision: string): Promise<ConformanceRun> {
  const grace = await gate.signedIn('grace');
  const { group } = await grace.openGroup('shop');
  const token = { project: 'shop', group: group.id, kind: 'continuation' };
  const { secret } = await grace.issueToken(token);
  // The suite's client has no option for headers.
  const before = await relayTo(gate.url, { authorization: `Bearer ${secret}` });
  try {
    return await runConformance(`${before.url}/mcp`, revision);
  } finally {
    await before.close();
  }
}

const failedIn = ({ scenarios }: ConformanceRun) =>
  [...scenarios].filter(([, { failed }]) => failed > 0).map(([name]) => name);

describe.each([MODERN, LEGACY])('of %s', (revision) => {
  let gate: Gate;
  let probed: Gate;
  beforeAll(async () => {
    ({ gate } = await startGate());
    ({ gate: probed } = await startGate({ mcpFixtures: conformanceFixtures() }));
  });
  afterAll(() => Promise.all([gate?.stop(), probed?.stop()]));

  test('what applies to a real server holds on the one that ships', async () => {
    const run = await runOn(gate, revision);
    const failed = failedIn(run);
    const wanted = SHIPPED[revision] ?? [];
    expect(wanted.filter((name) => !run.scenarios.has(name))).toEqual([]);
    expect(
      wanted.filter((name) => failed.includes(name)),
      run.output,
    ).toEqual([]);
  });

  test('everything else holds with the fixtures on it, but for what is expected and why', async () => {
    const run = await runOn(probed, revision);
    expect(run.scenarios.size).toBeGreaterThan(25);
    expect(failedIn(run).sort(), run.output).toEqual(Object.keys(EXPECTED[revision] ?? {}).sort());
  });
});
