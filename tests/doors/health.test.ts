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
  const { gate, grace } = await startGate({
    ...(postgresql === undefined ? {} : { database: postgresql }),
    timers: false,
  });
  try {
    await gate.dropDatabase();
    expect((await fetch(`${gate.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${gate.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'unavailable', database: 'no answer' });
    const answer = await grace.get('/me');
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  } finally {
    await gate.stop();
  }
});

test('counts are told per door and status, and name nobody', async () => {
  const { gate, grace } = await startGate();
  try {
    await grace.get('/me');
    await gate.stranger().get('/me');
    const response = await fetch(`${gate.url}/metrics`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toMatch('text/plain');
    expect(text).toMatch(/^flowgate_requests_total\{door="rest",status="200"\} \d+$/m);
    expect(text).toMatch(/^flowgate_requests_total\{door="rest",status="401"\} 1$/m);
    expect(text).not.toMatch(/grace|shop/);
  } finally {
    await gate.stop();
  }
});
