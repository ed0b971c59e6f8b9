/** The program itself as a child process, on a database that outlives it. For tests that kill it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PASSWORD } from './gate.ts';
import { PersonClient } from './person-client.ts';

const PROGRAM = fileURLToPath(new URL('../../mcp-server/src/main.ts', import.meta.url));

type Settings = Readonly<Record<string, string>>;

export class ChildServer {
  readonly url: string;
  readonly #port: number;
  readonly #databaseUrl: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'flowgate-child-'));
  #child: ChildProcess | null = null;

  private constructor(databaseUrl: string, port: number) {
    this.#databaseUrl = databaseUrl;
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Resolves when it listens. Its first admin is `admin`. */
  static async start(databaseUrl: string, settings: Settings = {}): Promise<ChildServer> {
    const server = new ChildServer(databaseUrl, await freePort());
    await server.run(settings);
    return server;
  }

  /** Once more after `kill`, at the same address. Throws when it ends instead of listening. */
  async run(settings: Settings = {}): Promise<void> {
    const child = spawn(process.execPath, [PROGRAM], {
      cwd: this.#folder,
      env: {
        PATH: process.env['PATH'] ?? '',
        DATABASE_URL: this.#databaseUrl,
        FLOWGATE_PORT: String(this.#port),
        FLOWGATE_DATA_DIR: this.#folder,
        FLOWGATE_LOG_LEVEL: 'error',
        FLOWGATE_ADMIN_USERNAME: 'admin',
        FLOWGATE_ADMIN_EMAIL: 'admin@example.org',
        FLOWGATE_ADMIN_PASSWORD: PASSWORD,
        FLOWGATE_AGENT_CALLS_PER_MINUTE: '100000',
        FLOWGATE_WRITES_PER_MINUTE: '100000',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      child.once('close', (code) => reject(new Error(`the server ended with ${code}`)));
      child.stdout?.on('data', (chunk) => {
        if (String(chunk).includes('FlowGate is at')) resolve();
      });
    });
  }

  /** Without warning, as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  }

  async admin(): Promise<PersonClient> {
    const admin = new PersonClient(this.url, 'admin');
    await admin.must(admin.signIn(PASSWORD));
    return admin;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
