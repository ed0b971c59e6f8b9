/** Bytes that no honest client sends, at every door. Answered in JSON, with no word of the inside, and nothing changed. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AgentScene, agentIn } from '../support/agents.ts';
import { STACK, unchangedBy } from '../support/attack.ts';
import { type Gate, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';
import { rawMcp } from '../support/raw-mcp.ts';
import { task } from '../support/stories.ts';

let gate: Gate;
let grace: PersonClient;
let scene: AgentScene;
beforeAll(async () => {
  ({ gate, grace } = await startGate({ timers: false }));
  scene = await agentIn(gate, grace);
});
afterAll(() => gate?.stop());

describe('malformed and oversized', () => {
  /** To the wire: what no client would send. */
  const raw = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(gate.url);
      const socket = connect(Number(port), hostname, () => socket.write(text));
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk;
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
      socket.setTimeout(5_000, () => socket.destroy());
    });

  test.each([
    ['no HTTP at all', 'HELO gate.example.org\r\n\r\n', 400],
    ['a request line of nothing', '\x00\x01\x02\x03\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    [
      'two lengths that differ',
      'POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello',
      400,
    ],
    [
      'a length and chunks, as smugglers send',
      'POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('%s is answered in JSON, without a word of the inside', async (_what, text, status) => {
    const answer = await raw(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status });
    expect(answer).not.toMatch(STACK);
  });

  const DOORS = ['/mcp', '/api/v1/projects', '/api/v1/inbox', '/api/v1/tools/submit'];
  const bodies: readonly [string, string][] = [
    ['JSON cut short', '{"jsonrpc": "2.0", "id": 1'],
    ['a megabyte of brackets', '['.repeat(1_000_000)],
    ['depth without end', `{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_001)}`],
    ['a prototype', '{"__proto__": {"isAdmin": true}}'],
    ['a number beyond numbers', '{"revision": 1e999999}'],
    ['nothing but blanks', ' '.repeat(10_000)],
    ['ten megabytes', `{"body": "${'x'.repeat(10 * 1024 * 1024)}"}`],
    ['U+0000 in a key', '{"a\\u0000b": 1}'],
    ['a lone surrogate', '{"title": "\\ud800"}'],
  ];

  test.each(DOORS.flatMap((door) => bodies.map(([what, body]) => [door, what, body] as const)))(
    '%s refuses %s',
    async (door, _what, body) => {
      const isMcp = door === '/mcp' || door.includes('/inbox') || door.includes('/tools');
      const response = await fetch(gate.url + door, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json, text/event-stream',
          ...(isMcp
            ? { Authorization: `Bearer ${scene.secret}` }
            : { Cookie: (await gate.admin()).cookie, 'X-FlowGate-Client': 'tests' }),
        },
        body,
      });
      const text = await response.text();
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(response.headers.get('content-type')).toMatch(/json/);
      expect(text).not.toMatch(STACK);
    },
  );

  test('a batch is refused, whatever is in it', async () => {
    const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'find' } };
    for (const batch of [[], [call], Array.from({ length: 1_000 }, () => call)]) {
      const answer = await rawMcp(gate.url, scene.secret, { body: JSON.stringify(batch) });
      expect(answer.status).toBe(400);
      expect(answer.messages[0].error.code).toBe(-32600);
    }
  });

  test('a header that names another tool than the body is refused', async () => {
    await unchangedBy(gate, async () => {
      const params = {
        name: 'submit',
        arguments: task(),
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      };
      const answer = await rawMcp(gate.url, scene.secret, {
        params,
        headers: {
          'MCP-Protocol-Version': '2026-07-28',
          'Mcp-Method': 'tools/call',
          'Mcp-Name': 'read',
        },
      });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('-32020');
      // What the log has of it is nothing: the protocol's own handler refused. So leave a line of another refusal.
      await gate.stranger().get('/me');
    });
  });

  test('long hostile addresses of resources cost nothing', async () => {
    const hostile = [
      `flowgate://documents/${'a'.repeat(50_000)}`,
      `flowgate://${'documents/'.repeat(5_000)}`,
      `flowgate://documents/${'%2e'.repeat(10_000)}`,
      `flowgate://groups/${'{*x}'.repeat(5_000)}`,
      `flowgate://types/${'('.repeat(20_000)}`,
    ];
    for (const uri of hostile) {
      for (const [method, params] of [
        ['resources/read', { uri }],
        [
          'completion/complete',
          {
            ref: { type: 'ref/resource', uri: 'flowgate://documents/{id}' },
            argument: { name: 'id', value: uri },
          },
        ],
      ] as const) {
        const startedAt = performance.now();
        const answer = await rawMcp(gate.url, scene.secret, { method, params });
        expect(performance.now() - startedAt, method).toBeLessThan(1_000);
        expect(answer.text).not.toMatch(STACK);
      }
    }
  });
});
