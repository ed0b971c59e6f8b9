/** The container's entry point, run as it stands: it waits for a database server, and becomes what it was given to start. */
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';

const ENTRYPOINT = join(import.meta.dirname, '../../deploy/entrypoint.sh');

function start(databaseUrl: string) {
  const path = `${dirname(process.execPath)}:${process.env['PATH']}`;
  const child = spawn('sh', [ENTRYPOINT, 'echo', 'started'], {
    env: { PATH: path, DATABASE_URL: databaseUrl },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    child,
    out: text(child.stdout),
    err: text(child.stderr),
    code: new Promise<number | null>((resolve) => child.once('close', resolve)),
  };
}

function listen(port: number): Promise<Server> {
  const server = createServer((socket) => void socket.destroy());
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function portOf(server: Server): Promise<number> {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

test.each(['', 'file:/data/flowgate.db'])(
  'with the address "%s" it starts at once',
  async (url) => {
    const { out, code } = start(url);
    expect(await out).toBe('started\n');
    expect(await code).toBe(0);
  },
);

test('it starts once the database server answers, not before', async () => {
  const first = await listen(0);
  const port = await portOf(first);
  await new Promise((resolve) => first.close(resolve));
  const { child, out } = start(`mysql://flowgate:secret@127.0.0.1:${port}/flowgate`);
  const [said] = await new Promise<[Buffer]>((resolve) => {
    child.stderr.once('data', (chunk: Buffer) => resolve([chunk]));
  });
  expect(String(said)).toBe(`FlowGate waits for the database server at 127.0.0.1:${port}.\n`);
  const second = await listen(port);
  onTestFinished(() => void second.close());
  expect(await out).toBe('started\n');
});

test('an address that can not be read is left to the server, and never shown', async () => {
  const { out, err } = start('mysql://ro@ot:sec#ret@127.0.0.1:33:06/x');
  expect(await out).toBe('started\n');
  expect(await err).toBe('');
});
