/** How a client without a good token learns what to do, in words its user will see. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { type Gate, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';

let gate: Gate;
let grace: PersonClient;
beforeAll(async () => {
  ({ gate, grace } = await startGate());
});
afterAll(() => gate.stop());

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'tests', version: '1' },
  },
};

async function post(body: unknown, headers: Record<string, string> = {}, query = '') {
  const response = await fetch(`${gate.url}/mcp${query}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  expect(text).not.toMatch(/<html|\n\s+at /);
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text.startsWith('{') ? JSON.parse(text) : undefined,
  };
}

const claudeLine = () =>
  `claude mcp add --transport http flowgate ${gate.url}/mcp --header "Authorization: Bearer <token>"`;

describe('without a good token', () => {
  const id = '0'.repeat(20);
  test.each([
    ['none', undefined, 'token_missing'],
    ['another scheme', 'Basic dXNlcjpwYXNz', 'token_invalid'],
    ['an empty bearer', 'Bearer ', 'token_invalid'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is sent as it stands, braces and all.
    ['a name that was never expanded', 'Bearer ${FLOWGATE_TOKEN}', 'token_placeholder'],
    ['a token of elsewhere', `Bearer fg_${id}_${'0'.repeat(64)}`, 'token_invalid'],
    ['an unsigned JWT', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.', 'token_invalid'],
    ['a session secret', `Bearer ${'x'.repeat(43)}`, 'token_invalid'],
  ])('%s is answered with the way to get one', async (_what, authorization, code) => {
    const { status, headers, body } = await post(
      INITIALIZE,
      authorization === undefined ? {} : { Authorization: authorization },
    );
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe(
      `Bearer realm="flowgate", error="invalid_token", error_description="${code}", scope="read", resource_metadata="${gate.url}/.well-known/oauth-protected-resource/mcp"`,
    );
    expect(body).toMatchObject({ error: 'invalid_token', code });
    expect(body.error_description).toContain(claudeLine());
  });

  test('a token of another installation, and JWTs whoever signed them, open no door of this one', async () => {
    const { gate: other, grace: theirs } = await startGate();
    onTestFinished(() => other.stop());
    const { secret } = await agentIn(other, theirs);
    const claims = { sub: 'admin', aud: `${gate.url}/mcp`, iss: gate.url, exp: 4_102_444_800 };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
    const signature = createHmac('sha256', 'a key of elsewhere').update(signed).digest('base64url');
    const bearers = [
      secret,
      `${signed}.${signature}`,
      `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`,
      `${part({ alg: 'NoNe' })}.${part(claims)}.${signature}`,
    ];
    for (const bearer of bearers) {
      const headers = { Authorization: `Bearer ${bearer}` };
      expect((await post(INITIALIZE, headers)).body.code).toBe('token_invalid');
      for (const path of ['/groups', '/events', '/types']) {
        const answer = await gate.stranger().send('GET', path, undefined, headers);
        expect(answer).toMatchObject({ status: 401, body: { code: 'token_invalid' } });
      }
    }
    // Where it comes from it is good: what is refused is the place, not the form.
    expect((await post(INITIALIZE, { Authorization: `Bearer ${secret}` })).status).toBe(401);
    const atHome = await other.stranger().send('GET', '/types', undefined, {
      Authorization: `Bearer ${secret}`,
    });
    expect(atHome.status).toBe(200);
  });

  test('a token in the address opens nothing', async () => {
    const { secret } = await agentIn(gate, grace);
    expect((await post(INITIALIZE, {}, `?access_token=${secret}`)).status).toBe(401);
  });

  test('the cookie of a person opens nothing: a bearer is never a person, nor the reverse', async () => {
    expect((await post(INITIALIZE, { Cookie: grace.cookie })).status).toBe(401);
  });

  test('a good request does not open the door for the next one', async () => {
    const { secret } = await agentIn(gate, grace);
    expect((await post(INITIALIZE, { Authorization: `Bearer ${secret}` })).status).toBe(200);
    expect((await post(INITIALIZE)).status).toBe(401);
  });

  test('whoever knows a revoked secret hears that it is revoked, at once', async () => {
    const { secret, tokenId } = await agentIn(gate, grace);
    await grace.must(grace.delete(`/tokens/${tokenId}`));
    const { status, body } = await post(INITIALIZE, { Authorization: `Bearer ${secret}` });
    expect(status).toBe(401);
    expect(body.code).toBe('token_revoked');
    const guess = secret.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect((await post(INITIALIZE, { Authorization: `Bearer ${guess}` })).body.code).toBe(
      'token_invalid',
    );
  });
});

describe('clients that look for an authorization server', () => {
  test.each(['', '/mcp'])('find what this resource is under %s', async (path) => {
    const response = await fetch(`${gate.url}/.well-known/oauth-protected-resource${path}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      resource: `${gate.url}/mcp`,
      bearer_methods_supported: ['header'],
      scopes_supported: ['read'],
      resource_name: 'FlowGate',
      resource_documentation: `${gate.url}/api/docs`,
    });
  });

  test.each([
    ['GET', '/.well-known/oauth-authorization-server'],
    ['GET', '/.well-known/oauth-authorization-server/mcp'],
    ['GET', '/.well-known/openid-configuration'],
    ['GET', '/.well-known/openid-configuration/mcp'],
    ['POST', '/register'],
  ])('%s %s: there is none, said in JSON with the line to paste', async (method, path) => {
    const response = await fetch(gate.url + path, { method });
    expect(response.status).toBe(404);
    const body = (await response.json()) as { error_description: string };
    expect(body.error_description).toContain(claudeLine());
  });
});

describe('the shape of a request', () => {
  let authorized: Record<string, string>;
  beforeAll(async () => {
    authorized = { Authorization: `Bearer ${(await agentIn(gate, grace)).secret}` };
  });

  test.each(['GET', 'DELETE', 'PUT'])('%s is not taken: there are no sessions', async (method) => {
    const response = await fetch(`${gate.url}/mcp`, { method, headers: authorized });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.json()).toMatchObject({ jsonrpc: '2.0', error: { code: -32000 } });
  });

  test('a batch is refused whole', async () => {
    const { status, body } = await post([INITIALIZE, INITIALIZE], authorized);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: -32600 }, id: null });
  });

  test.each([
    ['cut short', '{"jsonrpc": "2.0"'],
    ['no JSON', 'hello'],
  ])('a body that is %s is a parse error of the protocol', async (_what, text) => {
    const { status, body } = await post(text, authorized);
    expect(status).toBe(400);
    expect(body).toMatchObject({ jsonrpc: '2.0', error: { code: -32700 } });
    expect(body.error.message).toContain('body_invalid');
  });

  test('ten megabytes are too large', async () => {
    const { status, body } = await post(
      { ...INITIALIZE, more: 'x'.repeat(10 * 1024 * 1024) },
      authorized,
    );
    expect(status).toBe(413);
    expect(body.error.message).toContain('too_large');
  });

  test('a header that names another tool than the body is refused', async () => {
    const meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientCapabilities': {},
    };
    const call = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'submit', arguments: {}, _meta: meta },
    };
    const { status, body } = await post(call, {
      ...authorized,
      'MCP-Protocol-Version': '2026-07-28',
      'Mcp-Method': 'tools/call',
      'Mcp-Name': 'await_verdict',
    });
    expect(status).toBe(400);
    expect(body.error.code).toBe(-32020);
  });
});
