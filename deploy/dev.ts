/**
 * `pnpm dev`: the server, started again whenever a source changes, and the review app with hot reload in front of it.
 * The app's address is the one to open; it passes /api and /mcp on.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadConfigOrExit } from '../mcp-server/src/config.ts';

const ROOT = join(import.meta.dirname, '..');
const { host, port } = loadConfigOrExit();
const viteHome = dirname(
  createRequire(join(ROOT, 'review-web/package.json')).resolve('vite/package.json'),
);

const running: ChildProcess[] = [
  start(ROOT, ['--watch', '--watch-preserve-output', 'mcp-server/src/main.ts']),
  start(join(ROOT, 'review-web'), [join(viteHome, 'bin/vite.js'), 'dev']),
];

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
for (const child of running) child.once('exit', stop);

function start(cwd: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, FLOWGATE_URL: `http://${host}:${port}` },
  });
}

/** One without the other is no use: whichever ends takes the other along. */
function stop(): void {
  for (const child of running) child.kill('SIGTERM');
}
