/**
 * A whole server on a database of its own, for one test or a file of them:
 *
 *   const { gate, grace } = await startGate();          // Grace is maintainer of the project `shop`
 *   const group = await grace.openGroup('shop');
 *   const agent = await gate.connect(secret, 'modern');
 *
 * Stop it when done (`await gate.stop()`), or leave that to `onTestFinished` by starting it inside a test.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstallation } from '../../mcp-server/src/actions/people/ensure-installation.ts';
import { seedShipped } from '../../mcp-server/src/actions/projects/seed-shipped.ts';
import { runDueTimers } from '../../mcp-server/src/actions/timers/run-due-timers.ts';
import { type App, type AppOptions, buildApp } from '../../mcp-server/src/app.ts';
import {
  buildDependencies,
  type OpenedDependencies,
} from '../../mcp-server/src/build-dependencies.ts';
import { readConfig } from '../../mcp-server/src/config.ts';
import { answerMalformed } from '../../mcp-server/src/doors/malformed.ts';
import { startTimers } from '../../mcp-server/src/start-timers.ts';
import { insertPerson } from '../../mcp-server/src/store/people/people.ts';
import { AgentClient, type Era } from './agent-client.ts';
import { type DroppableDatabase, type TestDatabase, testDatabases } from './databases.ts';
import { linesTo } from './lines-to.ts';
import { PersonClient } from './person-client.ts';

export const PASSWORD = 'a long password of the tests';
/** Of PASSWORD at bcrypt's lowest cost: sign-ins take the real path without a quarter of a second each. */
const PASSWORD_HASH = '$2b$04$lhC0aP7HE4jxX6NLxzZite7q.OJ5dEyIre9UKEMZ7l7xtOXtznD56';

export interface GateOptions extends AppOptions {
  /** SQLite by default; journeys that must hold everywhere run over `testDatabases()`. */
  readonly database?: TestDatabase;
  readonly clock?: { now(): Date };
  /** Further settings, as the environment would give them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** False: no second-by-second look at timers, for tests that run them by hand. */
  readonly timers?: boolean;
}

interface RunningServer {
  readonly dependencies: OpenedDependencies;
  readonly app: App;
  readonly server: Server;
  stop(): Promise<void>;
}

export class Gate {
  readonly url: string;
  /** Statements sent to the database so far, BEGIN and COMMIT included. */
  statements = 0;
  /** Every line of the log, as text. */
  readonly log: string[] = [];
  readonly #options: GateOptions;
  #database: DroppableDatabase;
  readonly #dataDir: string;
  readonly #agents: AgentClient[] = [];
  readonly #port: number;
  #running: RunningServer | null = null;
  #admin: Promise<PersonClient> | null = null;

  private constructor(
    options: GateOptions,
    database: DroppableDatabase,
    dataDir: string,
    port: number,
  ) {
    this.#options = options;
    this.#database = database;
    this.#dataDir = dataDir;
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(options: GateOptions): Promise<Gate> {
    const [sqlite] = testDatabases().filter(({ name }) => name === 'sqlite');
    const maker = options.database ?? sqlite;
    if (maker === undefined) throw new Error('No database to test on.');
    const server = createServer();
    const port = await listen(server, 0);
    const dataDir = mkdtempSync(join(tmpdir(), 'flowgate-data-'));
    const gate = new Gate(options, await maker.fresh(), dataDir, port);
    await gate.#run(server);
    await gate.#insertPerson('admin', true);
    return gate;
  }

  get dependencies(): OpenedDependencies {
    if (this.#running === null) throw new Error('The gate is stopped.');
    return this.#running.dependencies;
  }

  get databaseUrl(): string {
    return this.#database.url;
  }

  /** Signed in. Without `role` a person who is no member of anything. */
  async person(username: string, role?: string, project = 'shop'): Promise<PersonClient> {
    await this.#insertPerson(username, false);
    if (role !== undefined) {
      const admin = await this.admin();
      await admin.must(admin.put(`/projects/${project}/members/${username}`, { role }));
    }
    return this.signedIn(username);
  }

  /** The installation's admin, signed in once. */
  admin(): Promise<PersonClient> {
    this.#admin ??= this.signedIn('admin');
    return this.#admin;
  }

  async signedIn(username: string): Promise<PersonClient> {
    const client = this.stranger(username);
    await client.must(client.signIn(PASSWORD));
    return client;
  }

  /** Not signed in. `url` is that of another process. */
  stranger(username = 'nobody', url = this.url): PersonClient {
    return new PersonClient(url, username);
  }

  /** Closed with the gate. */
  async connect(token: string, era: Era = 'modern'): Promise<AgentClient> {
    const agent = await AgentClient.connect(this.url, token, era);
    this.#agents.push(agent);
    return agent;
  }

  /** As a new release would: the process ends cleanly, and another takes over database and address. */
  async restart(): Promise<void> {
    await this.#running?.stop();
    this.#running = null;
    const server = createServer();
    await listen(server, this.#port);
    await this.#run(server);
  }

  /** As when the database's machine has gone: the server goes on without. */
  async dropDatabase(): Promise<void> {
    const drop = this.#database.drop;
    this.#database = { ...this.#database, drop: async () => undefined };
    await drop();
  }

  async stop(): Promise<void> {
    await Promise.allSettled(this.#agents.map((agent) => agent.close()));
    await this.#running?.stop();
    this.#running = null;
    await this.dropDatabase();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  #insertPerson(username: string, isAdmin: boolean): Promise<unknown> {
    const { database, newId, clock } = this.dependencies;
    return database.inTransaction((transaction) =>
      insertPerson(transaction, {
        id: newId(),
        username,
        email: `${username}@example.org`,
        displayName: username,
        passwordHash: PASSWORD_HASH,
        isAdmin,
        language: 'en',
        createdAt: clock.now(),
      }),
    );
  }

  async #run(server: Server): Promise<void> {
    const { clock, timers = true, settings, ...appOptions } = this.#options;
    const config = readConfig({
      FLOWGATE_PORT: String(this.#port),
      FLOWGATE_PUBLIC_URL: this.url,
      FLOWGATE_DATA_DIR: this.#dataDir,
      FLOWGATE_LOG_LEVEL: 'info',
      FLOWGATE_SIGN_INS_PER_MINUTE: '1000',
      FLOWGATE_WRITES_PER_MINUTE: '100000',
      FLOWGATE_AGENT_CALLS_PER_MINUTE: '100000',
      DATABASE_URL: this.#database.url,
      ...settings,
    });
    const dependencies = await buildDependencies(config, {
      ...(clock === undefined ? {} : { clock }),
      logTo: linesTo(this.log),
      onStatement: () => {
        this.statements += 1;
      },
    });
    await ensureInstallation(dependencies);
    await seedShipped(dependencies);
    const app = await buildApp(dependencies, appOptions);
    server.on('request', app.express);
    answerMalformed(server);
    const stopTimers = timers
      ? startTimers(
          () => runDueTimers(dependencies),
          (error) => dependencies.log.error({ err: error }, 'timers'),
        )
      : async () => undefined;
    this.#running = {
      dependencies,
      app,
      server,
      stop: async () => {
        await stopTimers();
        const closed = new Promise((resolve) => server.close(resolve));
        await app.stop();
        server.closeAllConnections();
        await closed;
        await dependencies.close();
      },
    };
  }
}

/** Grace is maintainer of the project `shop`; `admin` made both. */
export async function startGate(
  options: GateOptions = {},
): Promise<{ gate: Gate; admin: PersonClient; grace: PersonClient }> {
  const gate = await Gate.start(options);
  const admin = await gate.admin();
  await admin.createProject('shop');
  const grace = await gate.person('grace', 'maintainer');
  return { gate, admin, grace };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
