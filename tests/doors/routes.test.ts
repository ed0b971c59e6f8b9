/** The inventory: every address is behind the one authentication, or on the short list below. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi } from '../../mcp-server/src/doors/rest/openapi.ts';
import { routes } from '../../mcp-server/src/doors/rest/routes.ts';
import { type Gate, startGate } from '../support/gate.ts';

/** Whoever adds one says here why the world may call it. */
const PUBLIC = [
  // Making a session is what strangers do.
  'post /auth/login',
  // The password was right: the cookie says for whom.
  'post /auth/second-factor',
  // Only with a link that an admin made.
  'post /auth/link',
  'post /auth/invitation',
  'post /auth/password-reset',
  'post /auth/second-factor-reset',
  // Who refreshes has no access any more; the cookie is what opens it.
  'post /auth/refresh',
  // Only with the link that the process printed, while there is no admin.
  'post /setup',
];

const addressOf = (path: string) =>
  path
    .replace(':project', 'shop')
    .replace(':groupId', 'shop.default.0001')
    .replace(':documentId', 'shop.default.0001.0001-R')
    .replace(':questionId', 'shop.default.0001-Q1')
    .replace(':revision', '1')
    .replace(/:\w+/, 'x');

let gate: Gate;
beforeAll(async () => {
  ({ gate } = await startGate());
});
afterAll(() => gate.stop());

describe('the table of routes', () => {
  test('is this one', async () => {
    const lines = routes.map(
      ({ method, path, action, status, session, limit }) =>
        `${method.toUpperCase().padEnd(6)} ${path.padEnd(52)} ${action.name.padEnd(24)} ${String(action.permission).padEnd(18)} ${status}${session === null ? '' : ` session:${session}`}${limit === null ? '' : ` limit:${limit}`}`,
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('snapshots/routes.txt');
  });

  test('names each address once', () => {
    const addresses = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('opens to the world only what the list of this test names', () => {
    const open = routes.filter(({ action }) => action.permission === 'public');
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...PUBLIC].sort());
  });

  test.each(
    routes
      .filter(({ action }) => action.permission !== 'public')
      .map(({ method, path }) => [method, path] as const),
  )('%s %s tells a stranger to sign in, whatever they send', async (method, path) => {
    const stranger = gate.stranger();
    const body = method === 'get' || method === 'delete' ? undefined : { nonsense: true };
    const answer = await stranger.send(method.toUpperCase(), addressOf(path), body);
    expect(answer).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
  });

  test.each(routes.map(({ method, path }) => [method, path] as const))(
    '%s %s takes no made-up token',
    async (method, path) => {
      const forged = `fg_${'0'.repeat(20)}_${'0'.repeat(64)}`;
      const answer = await gate.stranger().send(method.toUpperCase(), addressOf(path), undefined, {
        Authorization: `Bearer ${forged}`,
      });
      expect(answer).toMatchObject({ status: 401, body: { code: 'token_invalid' } });
    },
  );
});

describe('an address', () => {
  test('that exists says which methods it takes', async () => {
    const answer = await gate.stranger().send('PUT', '/projects');
    expect(answer).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });

  test.each(['/api/v1/nothing', '/api', '/api/v2/me', '/api/v1/me/'])(
    '%s is answered in JSON, found or not',
    async (path) => {
      const response = await fetch(gate.url + path);
      expect(response.headers.get('content-type')).toMatch(/^application\/(problem\+)?json/);
    },
  );

  test('carries the request id of its caller, if that is a plain one', async () => {
    const stranger = gate.stranger();
    const named = await stranger.send('GET', '/me', undefined, { 'X-Request-Id': 'mine.1-2_3' });
    expect(named.headers.get('x-request-id')).toBe('mine.1-2_3');
    expect(named.body.request_id).toBe('mine.1-2_3');
    const hostile = await stranger.send('GET', '/me', undefined, { 'X-Request-Id': 'a"b' });
    expect(hostile.headers.get('x-request-id')).toMatch(/^[\w-]{16}$/);
  });

  test('tells nothing of what the server is made of', async () => {
    const { headers } = await gate.stranger().get('/me');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';frame-ancestors 'none'",
    );
  });
});

describe('problems', () => {
  test.each([
    ['ko-KR,ko;q=0.9,en;q=0.5', 'ko'],
    ['fr, ja;q=0.3, en;q=0.2', 'ja'],
    ['fr', 'en'],
  ])('are said to strangers as Accept-Language %s asks', async (header, language) => {
    const { sentencesIn } = await import('../../mcp-server/src/sentences/sentences.ts');
    const answer = await gate
      .stranger()
      .send('GET', '/me', undefined, { 'Accept-Language': header });
    const { sentence } = sentencesIn(language as 'en').problem('not_signed_in');
    expect(answer.body.detail).toBe(sentence);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  });
});

describe('the OpenAPI document', () => {
  test('is served as it is built, and names every row', async () => {
    const response = await fetch(`${gate.url}/api/v1/openapi.json`);
    const contract = JSON.parse(await response.text());
    expect(contract).toEqual(JSON.parse(JSON.stringify(openApi(routes, gate.url))));
    const operations = Object.values(contract.paths).flatMap((path) => Object.keys(path as object));
    expect(operations).toHaveLength(routes.length);
  });

  test('never shows what travels in cookies', () => {
    const contract = JSON.stringify(openApi(routes, gate.url));
    expect(contract).not.toContain('"cookies"');
    expect(contract).not.toContain('refresh_token');
  });
});
