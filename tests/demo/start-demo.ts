/** The real server on a throw-away SQLite database in the temp folder, filled with the story. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyMigrations } from '@flowgate/database/migrate';
import { ensureInstallation } from '../../mcp-server/src/actions/people/ensure-installation.ts';
import { seedShipped } from '../../mcp-server/src/actions/projects/seed-shipped.ts';
import { runDueTimers } from '../../mcp-server/src/actions/timers/run-due-timers.ts';
import { buildApp } from '../../mcp-server/src/app.ts';
import {
  buildDependencies,
  type OpenedDependencies,
} from '../../mcp-server/src/build-dependencies.ts';
import { readConfig } from '../../mcp-server/src/config.ts';
import { startTimers } from '../../mcp-server/src/start-timers.ts';
import { type SeededDemo, seedDemo } from './seed-demo.ts';
import { day, instantOf, storyClock } from './story-clock.ts';
import { startTeamChat } from './team-chat.ts';

const WEB_HANDLER = fileURLToPath(new URL('../../review-web/build/handler.js', import.meta.url));
/** The first morning of the story; a session of that morning must still be good today. */
const FIRST_MORNING = day(9, '07:30');

export interface DemoOptions {
  /** 0: any that is free. */
  readonly port: number;
  readonly signal?: AbortSignal;
}

export interface RunningDemo extends SeededDemo {
  readonly url: string;
  readonly dependencies: OpenedDependencies;
  /** Stops the server and removes the database. */
  stop(): Promise<void>;
}

/** Throws when the port is taken or the signal fires, and leaves nothing behind then. */
export async function startDemo({ port, signal }: DemoOptions): Promise<RunningDemo> {
  const server = createServer();
  const url = `http://localhost:${await listen(server, port)}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'flowgate-demo-'));
  const closing: (() => unknown)[] = [
    () => rmSync(dataDir, { recursive: true, force: true }),
    () => closeServer(server),
  ];
  const stop = async () => {
    for (let close = closing.pop(); close !== undefined; close = closing.pop()) await close();
  };
  try {
    const chat = await startTeamChat();
    closing.push(() => chat.close());
    const clock = storyClock(instantOf(FIRST_MORNING, new Date()));
    const config = readConfig({
      FLOWGATE_PORT: new URL(url).port,
      FLOWGATE_PUBLIC_URL: url,
      FLOWGATE_DATA_DIR: dataDir,
      // The chat of the story is a program on this machine.
      FLOWGATE_OUTGOING_HOSTS: '127.0.0.1',
      FLOWGATE_LOG_LEVEL: 'warn',
      FLOWGATE_SIGN_INS_PER_MINUTE: '1000',
      FLOWGATE_WRITES_PER_MINUTE: '100000',
      FLOWGATE_AGENT_CALLS_PER_MINUTE: '100000',
    });
    await applyMigrations(config.databaseUrl);
    const dependencies = await buildDependencies(config, { clock, logTo: process.stderr });
    closing.push(() => dependencies.close());
    await ensureInstallation(dependencies);
    await seedShipped(dependencies);
    const app = await buildApp(dependencies, { webHandlerPath: WEB_HANDLER });
    closing.push(() => app.stop());
    server.on('request', app.express);
    const seeded = await seedDemo({ url, dependencies, clock, chatUrl: chat.url, signal });
    // Not before: while the story is told, the clock jumps over days in which reminders would be due.
    closing.push(
      startTimers(
        () => runDueTimers(dependencies),
        (error) => dependencies.log.error({ err: error }, 'timers'),
      ),
    );
    return { ...seeded, url, dependencies, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
