/** Starts the server: settings, migrations, database, doors; and stops it cleanly. Nothing else starts things. */
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { applyMigrations } from '@flowgate/database/migrate';
import { ensureFirstAdmin } from './actions/people/ensure-first-admin.ts';
import { ensureInstallation } from './actions/people/ensure-installation.ts';
import { mintSetUpLink } from './actions/people/mint-set-up-link.ts';
import { seedShipped } from './actions/projects/seed-shipped.ts';
import { runDueTimers } from './actions/timers/run-due-timers.ts';
import { type App, buildApp } from './app.ts';
import { buildDependencies, type OpenedDependencies } from './build-dependencies.ts';
import { loadConfigOrExit } from './config.ts';
import { answerMalformed } from './doors/malformed.ts';
import { claudeLine } from './doors/mcp/unauthorized.ts';
import { startTimers } from './start-timers.ts';

/** Requests under way get this long after a stop signal; then their sockets are closed. */
const STOP_MILLISECONDS_MAX = 8_000;
/** Longer than proxies keep theirs (60 s): a socket we close first may be just in use again, and agents don't retry. */
const KEEP_ALIVE_MILLISECONDS = 65_000;
const WEB_HANDLER = fileURLToPath(new URL('../../review-web/build/handler.js', import.meta.url));

const config = loadConfigOrExit();
try {
  await applyMigrations(config.databaseUrl);
  const dependencies = await buildDependencies(config);
  await ensureInstallation(dependencies);
  await seedShipped(dependencies);
  await ensureFirstAdmin(dependencies);
  const app = await buildApp(dependencies, { webHandlerPath: WEB_HANDLER });
  const server = await listen(app);
  const stopTimers = startTimers(
    () => runDueTimers(dependencies),
    (error) => dependencies.log.error({ err: error }, 'timers'),
  );
  stopOnSignal(server, app, stopTimers, dependencies);
  await greet(dependencies);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`FlowGate can't start: ${reason}\n`);
  process.exit(1);
}

function listen(app: App): Promise<Server> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MILLISECONDS }, app.express);
  answerMalformed(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => resolve(server));
  });
}

async function greet(dependencies: OpenedDependencies): Promise<void> {
  const link = await mintSetUpLink(dependencies);
  const lines = [
    `FlowGate is at ${config.publicUrl}`,
    `Connect Claude Code with: ${claudeLine(config)}`,
  ];
  if (link !== null) {
    lines.push(
      `Make the first admin (once, within a day): ${config.publicUrl}/setup/${link.secret}`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function stopOnSignal(
  server: Server,
  app: App,
  stopTimers: () => Promise<void>,
  dependencies: OpenedDependencies,
): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await stopTimers();
    const closed = new Promise((resolve) => server.close(resolve));
    await app.stop();
    const late = setTimeout(() => server.closeAllConnections(), STOP_MILLISECONDS_MAX);
    server.closeIdleConnections();
    await closed;
    clearTimeout(late);
    await dependencies.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}
