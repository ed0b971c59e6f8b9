/** The program itself: what it prints, that the printed things work, and that it stops cleanly. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PASSWORD } from '../support/gate.ts';
import { PersonClient } from '../support/person-client.ts';

const PROGRAM = fileURLToPath(new URL('../../mcp-server/src/main.ts', import.meta.url));

let folder: string;
let running: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowgate-start-'));
  running = [];
});
afterEach(async () => {
  for (const child of running) {
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'close');
  }
  rmSync(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => { stdout: string; stderr: string };
}

async function start(settings: Record<string, string> = {}): Promise<Started> {
  const port = await freePort();
  const child = spawn(process.execPath, [PROGRAM], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      FLOWGATE_PORT: String(port),
      FLOWGATE_LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const output = { stdout: '', stderr: '' };
  child.stderr?.on('data', (chunk) => {
    output.stderr += chunk;
  });
  await new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.stdout?.on('data', (chunk) => {
      output.stdout += chunk;
      if (output.stdout.includes('claude mcp add')) resolve();
    });
  });
  return { child, url: `http://127.0.0.1:${port}`, output: () => output };
}

test('on an empty database it prints a link that makes the first admin, once', async () => {
  const { url, output } = await start();
  const { stdout, stderr } = output();
  expect(stdout, stderr).toContain('FlowGate is at http://localhost:');
  expect(stdout).toMatch(
    /claude mcp add --transport http flowgate http:\/\/localhost:\d+\/mcp --header "Authorization: Bearer <token>"/,
  );
  const [, link] = /\/setup\/([\w-]+)/.exec(stdout) ?? [];
  const ada = new PersonClient(url, 'ada');
  const account = { link, username: 'ada', email: 'ada@example.org', password: PASSWORD };
  await ada.must(ada.post('/setup', account));
  expect((await ada.get('/me')).body.user).toMatchObject({ username: 'ada', is_admin: true });
  expect((await ada.post('/setup', account)).status).toBe(409);
});

test('with an admin in the settings it prints no link', async () => {
  const { url, output } = await start({
    FLOWGATE_ADMIN_USERNAME: 'ada',
    FLOWGATE_ADMIN_EMAIL: 'ada@example.org',
    FLOWGATE_ADMIN_PASSWORD: PASSWORD,
  });
  expect(output().stdout, output().stderr).toContain('FlowGate is at');
  expect(output().stdout).not.toContain('/setup/');
  const ada = new PersonClient(url, 'ada');
  await ada.must(ada.signIn(PASSWORD));
});

test('asked to stop, it ends with 0, and leaves a database that the next one takes over', async () => {
  const first = await start();
  first.child.kill('SIGTERM');
  expect(await once(first.child, 'close')).toEqual([0, null]);
  expect(first.output().stderr).toBe('');
  const second = await start();
  expect(second.child.exitCode).toBeNull();
});

test('with bad settings it says everything that is wrong, and ends with 1', async () => {
  const { child, output } = await start({
    FLOWGATE_HOST: '0.0.0.0',
    FLOWGATE_LOG_LEVEL: 'loud',
    DATABASE_URL: 'oracle://x',
  });
  expect(child.exitCode).toBe(1);
  const { stdout, stderr } = output();
  expect(stdout).toBe('');
  for (const name of ['DATABASE_URL', 'LOG_LEVEL', 'PUBLIC_URL', 'ALLOWED_HOSTS']) {
    expect(stderr).toContain(name);
  }
});

test('with a database that is not there it says so in a sentence, without a stack', async () => {
  const { child, output } = await start({
    DATABASE_URL: 'postgresql://gate:hunter2@127.0.0.1:1/gate',
  });
  expect(child.exitCode).toBe(1);
  expect(output().stderr).toMatch(/^FlowGate can't start: The database/);
  expect(output().stderr).not.toMatch(/hunter2|\n\s+at /);
});

test('with the keys of another installation it refuses to start', async () => {
  const first = await start();
  first.child.kill('SIGTERM');
  await once(first.child, 'close');
  rmSync(join(folder, 'data', 'secrets.json'));
  const second = await start();
  expect(second.child.exitCode).toBe(1);
  expect(second.output().stderr).toContain('keys');
});
