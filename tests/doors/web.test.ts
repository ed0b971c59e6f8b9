/** The pages' way to REST without a socket: the browser's address, cookies and guards, as if it had called itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gate, PASSWORD, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';

/** What a built app would be: it passes on the call that stands in the request, and hands the answer back. */
const PAGE = `
export function handler(request, response, next) {
  if (request.url === '/next') return next();
  const call = JSON.parse(Buffer.from(request.headers['x-call'], 'base64').toString());
  request.flowgateCall(call).then(
    (answer) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(answer));
    },
    (error) => response.writeHead(500).end(error.message),
  );
}
`;

let folder: string;
let gate: Gate;
let grace: PersonClient;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'flowgate-web-'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  writeFileSync(join(folder, 'handler.js'), PAGE);
  ({ gate, grace } = await startGate({
    webHandlerPath: join(folder, 'handler.js'),
    settings: { FLOWGATE_TRUST_PROXY: '1' },
  }));
});
afterAll(async () => {
  await gate.stop();
  rmSync(folder, { recursive: true });
});

interface PageCall {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

async function fromPage({ method, path, headers = {}, body }: PageCall, browser = '203.0.113.7') {
  const call = {
    method,
    path: `/api/v1${path}`,
    headers: {
      host: new URL(gate.url).host,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  const response = await fetch(`${gate.url}/page`, {
    headers: {
      'X-Call': Buffer.from(JSON.stringify(call)).toString('base64'),
      'X-Forwarded-For': browser,
    },
  });
  const answer = JSON.parse(await response.text());
  return { ...answer, body: answer.body === '' ? undefined : JSON.parse(answer.body) };
}

const script = { 'x-flowgate-client': 'review-web' };
const login = { username: 'grace', password: PASSWORD };

describe('a call of a page', () => {
  test('is answered as one from outside', async () => {
    const headers = { cookie: grace.cookie, 'accept-language': 'ja' };
    const answer = await fromPage({ method: 'GET', path: '/me', headers });
    expect(answer).toMatchObject({ status: 200, body: { user: { username: 'grace' } } });
    expect(answer.headers['content-type']).toMatch('application/json');
  });

  test('hands the cookie of a sign-in back', async () => {
    const answer = await fromPage({
      method: 'POST',
      path: '/auth/login',
      headers: script,
      body: login,
    });
    expect(answer.status).toBe(200);
    expect([answer.headers['set-cookie']].flat()[0]).toMatch(/^flowgate_access=.*HttpOnly/);
  });

  test('stores the address of the browser, whatever the page itself says', async () => {
    const headers = { ...script, 'x-forwarded-for': '198.51.100.1' };
    await fromPage({ method: 'POST', path: '/auth/login', headers, body: login }, '203.0.113.9');
    const sessions = await gate.dependencies.database.reader.session.findMany({
      orderBy: { createdAt: 'desc' },
      take: 1,
    });
    expect(sessions[0]?.address).toBe('203.0.113.9');
  });

  test('passes every guard: a foreign origin is refused', async () => {
    const headers = { cookie: grace.cookie, origin: 'https://evil.example' };
    const answer = await fromPage({ method: 'PATCH', path: '/me', headers, body: {} });
    expect(answer).toMatchObject({ status: 403, body: { code: 'origin_refused' } });
  });

  test('carries what was sent, faults and all', async () => {
    const headers = { ...script, cookie: grace.cookie };
    const answer = await fromPage({
      method: 'PATCH',
      path: '/me',
      headers,
      body: { them: 'dark' },
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'unknown_key' }] } });
  });

  test('is named by the request id of the page', async () => {
    const headers = { cookie: grace.cookie, 'x-request-id': 'page-1' };
    const answer = await fromPage({ method: 'GET', path: '/me', headers });
    expect(answer.headers['x-request-id']).toBe('page-1');
  });
});

test('what the app leaves to others is not found, in JSON', async () => {
  const response = await fetch(`${gate.url}/next`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: 'not_found' });
});

test('the app sits behind the host guard too', async () => {
  const response = await fetch(`${gate.url}/page`, { headers: { Origin: 'https://evil.example' } });
  expect(response.status).toBe(403);
});
