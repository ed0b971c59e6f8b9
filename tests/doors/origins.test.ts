/** Only under our own names, and with a cookie only from our own pages. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gate, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';

let gate: Gate;
let grace: PersonClient;
beforeAll(async () => {
  ({ gate, grace } = await startGate());
});
afterAll(() => gate.stop());

/** `fetch` sets Host itself, so this goes one storey down. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const call = request(gate.url + path, { method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    call.on('error', reject);
    call.end();
  });
}

const PATHS = ['/api/v1/me', '/mcp', '/.well-known/oauth-protected-resource', '/register'];

describe.each(PATHS)('%s', (path) => {
  test.each(['evil.example', 'localhost.evil.example', '169.254.169.254', '[::2]'])(
    'does not answer under the host "%s"',
    async (host) => {
      const answer = await send('POST', path, { Host: host });
      expect([400, 403]).toContain(answer.status);
      expect(answer.body).not.toContain('token_missing');
    },
  );

  test.each(['https://evil.example', 'null', 'http://[::2]', 'http://localhost.evil.example:80'])(
    'refuses the origin %s',
    async (origin) => {
      const answer = await send('POST', path, { Origin: origin });
      expect(answer).toMatchObject({ status: 403 });
      expect(answer.body).toContain('origin_refused');
    },
  );

  test.each(['localhost', 'LOCALHOST:1234', '[::1]:80', '127.0.0.1'])(
    'answers under %s, a name of this machine',
    async (host) => {
      const { status } = await send('POST', path, { Host: host });
      expect(status).not.toBe(403);
    },
  );
});

describe('a change that rests on a cookie', () => {
  const change = (headers: Record<string, string>) =>
    fetch(`${gate.url}/api/v1/me`, {
      method: 'PATCH',
      headers: { Cookie: grace.cookie, 'Content-Type': 'application/json', ...headers },
      body: '{"theme": "dark"}',
    });

  test('is taken from our own page', async () => {
    expect((await change({ Origin: gate.url })).status).toBe(200);
  });

  test('is taken from a script that says who it is', async () => {
    expect((await change({ 'X-FlowGate-Client': 'backup script' })).status).toBe(200);
  });

  test('without any of both is refused', async () => {
    const response = await change({});
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'origin_refused' });
  });

  test('is refused from another port of the same machine', async () => {
    expect((await change({ Origin: 'http://127.0.0.1:1' })).status).toBe(403);
  });

  test('is refused from another origin, header or not', async () => {
    const headers = { Origin: 'http://localhost:9', 'X-FlowGate-Client': 'x' };
    expect((await change(headers)).status).toBe(403);
  });
});

describe('the session cookie', () => {
  test('is out of reach for scripts and other sites', async () => {
    const response = await fetch(`${gate.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'grace', password: 'a long password of the tests' }),
    });
    const lines = response.headers.getSetCookie();
    const form = (name: string, seconds: number) =>
      new RegExp(`^${name}=[\\w.-]+; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax$`);
    expect(lines[0]).toMatch(form('flowgate_access', 900));
    expect(lines[1]).toMatch(form('flowgate_refresh', 14 * 24 * 3600));
    expect(Object.keys((await response.json()) as object)).toEqual(['user']);
  });

  test('ends at sign-out, at once and everywhere', async () => {
    const leaving = await gate.signedIn('grace');
    const { cookie } = leaving;
    expect((await leaving.post('/auth/logout')).status).toBe(204);
    expect(leaving.cookie).toBe('');
    const again = await fetch(`${gate.url}/api/v1/me`, { headers: { Cookie: cookie } });
    expect(again.status).toBe(401);
    expect(await again.json()).toMatchObject({ code: 'session_expired' });
  });

  test('that has ended does not keep anybody from signing in', async () => {
    const response = await fetch(`${gate.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-FlowGate-Client': 'tests',
        Cookie: 'flowgate_access=x; flowgate_refresh=y',
      },
      body: JSON.stringify({ username: 'grace', password: 'a long password of the tests' }),
    });
    expect(response.status).toBe(200);
  });

  test('travels only over https where the public address is https', async () => {
    const secure = await startGate({
      settings: { FLOWGATE_PUBLIC_URL: 'https://gate.example.org' },
    });
    try {
      const response = await fetch(`${secure.gate.url}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ username: 'grace', password: 'a long password of the tests' }),
      });
      expect(response.headers.getSetCookie()[0]).toContain('Secure');
    } finally {
      await secure.gate.stop();
    }
  });
});
