/** Somebody forges, steals or borrows a session. Refused, noted, and nothing changed. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../mcp-server/src/doors/rest/routes.ts';
import { STACK, unchangedBy } from '../support/attack.ts';
import { type Gate, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';

let gate: Gate;
let grace: PersonClient;
beforeAll(async () => {
  ({ gate, grace } = await startGate({ timers: false }));
});
afterAll(() => gate?.stop());

describe('a forged session', () => {
  const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const partsOf = (client: PersonClient, name: string) => {
    const token = new RegExp(`${name}=([^;]+)`).exec(client.cookie)?.[1] ?? '';
    const [head = '', claims = '', signature = ''] = token.split('.');
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    return { token, head: read(head), claims: read(claims), signature, raw: [head, claims] };
  };
  const me = (token: string) =>
    fetch(`${gate.url}/api/v1/me`, { headers: { Cookie: `flowgate_access=${token}` } });
  const signed = (head: object, claims: object, key: string) => {
    const text = `${b64(head)}.${b64(claims)}`;
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  };

  test('is refused whatever was done to it', async () => {
    const { token, head, claims, signature, raw } = partsOf(grace, 'flowgate_access');
    expect((await me(token)).status).toBe(200);
    const admin = partsOf(await gate.admin(), 'flowgate_access');
    const refresh = partsOf(grace, 'flowgate_refresh');
    const forged: Record<string, string> = {
      'algorithm none': `${b64({ ...head, alg: 'none' })}.${raw[1]}.`,
      'algorithm None': `${b64({ ...head, alg: 'None' })}.${raw[1]}.${signature}`,
      'another algorithm': `${b64({ ...head, alg: 'HS512' })}.${raw[1]}.${signature}`,
      'no signature': `${raw[0]}.${raw[1]}.`,
      'an altered claim': `${raw[0]}.${b64({ ...claims, sid: admin.claims.sid })}.${signature}`,
      'a longer life': `${raw[0]}.${b64({ ...claims, exp: claims.exp + 99_999 })}.${signature}`,
      'another audience': refresh.token,
      'another installation’s key': signed(head, claims, 'a key of another installation'),
      'a key named by the token': signed({ ...head, kid: '../../dev/null' }, claims, ''),
      'an embedded key': signed({ ...head, jwk: { kty: 'oct', k: 'AAAA' } }, claims, 'AAAA'),
      nonsense: 'x'.repeat(5_000),
      'an empty text': '',
    };
    await unchangedBy(gate, async () => {
      for (const [what, cookie] of Object.entries(forged)) {
        const response = await me(cookie);
        expect(response.status, what).toBe(401);
        expect(await response.text(), what).not.toMatch(STACK);
      }
    });
  });

  test('one of another installation opens nothing here', async () => {
    const other = await startGate({ timers: false });
    try {
      const { token } = partsOf(other.grace, 'flowgate_access');
      expect((await me(token)).status).toBe(401);
    } finally {
      await other.gate.stop();
    }
  });

  test('an access token doesn’t refresh, and a stolen refresh token ends both', async () => {
    const victim = await gate.person('victor', 'reviewer');
    const { token: access } = partsOf(victim, 'flowgate_access');
    const { token: stolen } = partsOf(victim, 'flowgate_refresh');
    const refresh = (token: string) =>
      gate.stranger().send('POST', '/auth/refresh', {}, { Cookie: `flowgate_refresh=${token}` });
    expect((await refresh(access)).status).toBe(401);
    await victim.must(victim.post('/auth/refresh'));
    await victim.must(victim.post('/auth/refresh'));
    // Two generations on, the first one is shown: somebody else has it.
    expect((await refresh(stolen)).status).toBe(401);
    expect((await victim.get('/me')).status).toBe(401);
  });
});

describe('a page of another site', () => {
  const changes = routes.filter(({ method }) => method !== 'get');
  const addressOf = (path: string) => path.replace(/:\w+/g, 'x');

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])(
    'changes nothing with a cookie that travels by itself (%s)',
    async (Origin) => {
      const person = await gate.signedIn('admin');
      await unchangedBy(gate, async () => {
        for (const { method, path } of changes) {
          const response = await fetch(`${gate.url}/api/v1${addressOf(path)}`, {
            method: method.toUpperCase(),
            headers: { Origin, Cookie: person.cookie, 'Content-Type': 'application/json' },
            ...(method === 'delete' ? {} : { body: '{}' }),
          });
          expect(response.status, `${method} ${path}`).toBe(403);
        }
      });
    },
  );

  test('nor with a form, which can send no JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const response = await fetch(`${gate.url}/api/v1/projects`, {
        method: 'POST',
        headers: { Cookie: grace.cookie, 'Content-Type': type },
        body: '{"slug":"evil","title":"Evil"}',
      });
      expect(response.status).toBe(403);
    }
  });

  test('reads nothing either: no answer names a foreign origin', async () => {
    const response = await fetch(`${gate.url}/api/v1/me`, { headers: { Cookie: grace.cookie } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await fetch(`${gate.url}/api/v1/me`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'PATCH' },
    });
    expect(preflight.status).toBe(403);
  });
});
