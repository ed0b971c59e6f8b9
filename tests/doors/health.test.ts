/** What probes and balancers see. */
import { expect, test } from 'vitest';
import { testDatabases } from '../support/databases.ts';
import { startGate } from '../support/gate.ts';

test('a server that can work says so to everybody, under any host name', async () => {
  const { gate } = await startGate();
  try {
    expect(await (await fetch(`${gate.url}/healthz`)).json()).toEqual({ status: 'ok' });
    const ready = await fetch(`${gate.url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      status: 'ready',
      database: 'ok',
      migrations: 'applied',
    });
  } finally {
    await gate.stop();
  }
});

// An SQLite file is opened again unasked; a server that has gone is what an operator meets.
const postgresql = testDatabases().find(({ name }) => name === 'postgresql');

test.runIf(postgresql)('a server without its database lives, but is not ready', async () => {
  const { gate } = await startGate(postgresql === undefined ? {} : { database: postgresql });
  try {
    await gate.dropDatabase();
    expect((await fetch(`${gate.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${gate.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'unavailable', database: 'no answer' });
  } finally {
    await gate.stop();
  }
});
