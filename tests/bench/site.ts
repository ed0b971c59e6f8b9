/** A real server over HTTP on an SQLite file of its own, with the tool that does nothing beside the product's. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyMigrations } from '@flowgate/database/migrate';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { z } from 'zod';
import { action, perform } from '../../mcp-server/src/actions/action.ts';
import { ensureInstallation } from '../../mcp-server/src/actions/people/ensure-installation.ts';
import { placeOfBearer } from '../../mcp-server/src/actions/places.ts';
import { seedShipped } from '../../mcp-server/src/actions/projects/seed-shipped.ts';
import { issueToken } from '../../mcp-server/src/actions/tokens/issue-token.ts';
import { openGroup } from '../../mcp-server/src/actions/workflow/open-group.ts';
import { buildApp } from '../../mcp-server/src/app.ts';
import { buildDependencies } from '../../mcp-server/src/build-dependencies.ts';
import { readConfig } from '../../mcp-server/src/config.ts';
import { READS, tool } from '../../mcp-server/src/doors/mcp/tool.ts';
import { callBy } from '../support/house.ts';
import { addPerson, addProject, PASSWORD } from '../support/people.ts';
import { newGroup, seedDocuments } from './seed.ts';

const PROJECT = 'shop';

/** Through the door, its token and the protocol, and no further. */
const noop = tool(
  action({
    name: 'noop',
    input: z.strictObject({}),
    output: z.strictObject({ next: z.string() }),
    permission: 'project.read',
    place: (_input, call) => placeOfBearer(call),
    run: async () => ({ next: 'End here.' }),
  }),
  { name: 'noop', title: 'Nothing', description: 'Nothing.', annotations: READS, scopes: ['read'] },
);

export interface Agent {
  readonly client: Client;
  readonly groupId: string;
  // biome-ignore lint/suspicious/noExplicitAny: the server has checked what it answers.
  call(name: string, input?: object, onProgress?: () => void): Promise<any>;
}

export interface Site {
  /** An agent with a continuation in a group of its own, connected, its run begun. */
  agent(): Promise<Agent>;
  /** Approves as the maintainer, over REST. */
  approve(documentId: string): Promise<void>;
  /** Statements sent while `work` ran. */
  statementsOf(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

export async function openSite(documents: number): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'flowgate-bench-'));
  const databaseUrl = `file:${join(folder, 'bench.db')}`;
  await applyMigrations(databaseUrl);
  let statements = 0;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    FLOWGATE_PUBLIC_URL: url,
    FLOWGATE_DATA_DIR: folder,
    FLOWGATE_LOG_LEVEL: 'error',
    FLOWGATE_AGENT_CALLS_PER_MINUTE: '1000000',
    FLOWGATE_WRITES_PER_MINUTE: '1000000',
  });
  const dependencies = await buildDependencies(config, {
    onStatement: () => {
      statements += 1;
    },
  });
  await ensureInstallation(dependencies);
  await seedShipped(dependencies);
  await addProject(dependencies, PROJECT);
  const grace = await addPerson(dependencies, 'grace', { roles: { [PROJECT]: 'maintainer' } });
  await seedDocuments(dependencies, grace, PROJECT, documents);
  const app = await buildApp(dependencies, { extraTools: [noop] });
  server.on('request', app.express);
  const cookie = await signIn(url, 'grace');
  const clients: Client[] = [];
  return {
    agent: async () => {
      const call = callBy(grace);
      const { group } = await perform(openGroup, dependencies, call, newGroup(PROJECT));
      const { secret } = await perform(issueToken, dependencies, call, {
        project: PROJECT,
        group: group.id,
        kind: 'continuation',
      });
      const agent = await connect(url, secret, group.id);
      clients.push(agent.client);
      await agent.call('continue');
      return agent;
    },
    approve: async (documentId) => {
      const address = `/documents/${documentId}/approval`;
      await post(url, address, { revision: 1 }, { Cookie: cookie });
    },
    statementsOf: async (work) => {
      const before = statements;
      await work();
      return statements - before;
    },
    close: async () => {
      await Promise.allSettled(clients.map((client) => client.close()));
      await app.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await dependencies.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function connect(url: string, secret: string, groupId: string): Promise<Agent> {
  const client = new Client({ name: 'bench', version: '1.0.0' });
  const requestInit = { headers: { Authorization: `Bearer ${secret}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit }));
  return {
    client,
    groupId,
    call: async (name, input = {}, onProgress) => {
      const call = { name, arguments: input as Record<string, unknown> };
      const more = onProgress === undefined ? {} : { onprogress: onProgress };
      const result = await client.callTool(call, more);
      if (result.isError) throw new Error(`${name}: ${JSON.stringify(result.content)}`);
      return result.structuredContent;
    },
  };
}

async function signIn(url: string, username: string): Promise<string> {
  const response = await post(url, '/auth/login', { username, password: PASSWORD });
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function post(
  url: string,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-FlowGate-Client': 'bench', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} ${response.status}: ${text}`);
  return response;
}
