/** The pass-through for clients that start a command: the same tools, word for word, and nothing else on stdout. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as LegacyTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { type Gate, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';

const PROGRAM = fileURLToPath(new URL('../../mcp-server/src/cli/flowgate.ts', import.meta.url));
const TASK = '# T\n\n## Acceptance criteria\n\n1. It is so.\n';

let gate: Gate;
let grace: PersonClient;
beforeAll(async () => {
  ({ gate, grace } = await startGate());
});
afterAll(() => gate.stop());

const command = (secret: string) => ({
  command: process.execPath,
  args: [PROGRAM, 'stdio'],
  env: { PATH: process.env['PATH'] ?? '', FLOWGATE_URL: gate.url, FLOWGATE_TOKEN: secret },
});

test.each(['modern', 'legacy'] as const)(
  'a %s client works through it as over HTTP',
  async (era) => {
    const { agent, secret } = await agentIn(gate, grace);
    const client =
      era === 'modern'
        ? new Client({ name: 't', version: '1' }, { versionNegotiation: { mode: 'auto' } })
        : new LegacyClient({ name: 't', version: '1' });
    if (client instanceof Client) await client.connect(new StdioClientTransport(command(secret)));
    else await client.connect(new LegacyTransport(command(secret)));
    try {
      expect(client.getInstructions()).toBe(agent.client.getInstructions());
      const { tools } = await client.listTools();
      expect(JSON.parse(JSON.stringify(tools))).toEqual(
        JSON.parse(JSON.stringify((await agent.client.listTools()).tools)),
      );
      expect((await client.listPrompts()).prompts).toHaveLength(4);
      const { resources } = await client.listResources();
      expect(resources.map(({ uri }) => uri)).toContain('flowgate://types');

      const refused = await client.callTool({ name: 'submit', arguments: { titel: 'x' } });
      expect(refused).toMatchObject({ isError: true });
      const submitted = await client.callTool({
        name: 'submit',
        arguments: { title: 'T', body: TASK },
      });
      const { document_id, cursor } = submitted.structuredContent as Record<string, string>;
      const told: string[] = [];
      const call = {
        name: 'await_verdict',
        arguments: { document_id, cursor, max_wait_seconds: 1 },
      };
      const more = { onprogress: ({ message }: { message?: string }) => told.push(message ?? '') };
      const waited =
        client instanceof Client
          ? await client.callTool(call, more as never)
          : await client.callTool(call, undefined, more as never);
      expect(waited.structuredContent).toMatchObject({ changed: false });
      expect(told.length).toBeGreaterThan(0);
    } finally {
      await client.close();
    }
  },
);

async function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [PROGRAM, 'stdio'], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

test('without a token it does not start, and says so', async () => {
  expect(await run({})).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('FLOWGATE_TOKEN is not set'),
  });
});

test('with a refused token it says how to get one, and never the token', async () => {
  const token = `fg_${'0'.repeat(20)}_${'0'.repeat(64)}`;
  const { code, stdout, stderr } = await run({ FLOWGATE_URL: gate.url, FLOWGATE_TOKEN: token });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('claude mcp add');
  expect(stderr).not.toContain(token);
});
