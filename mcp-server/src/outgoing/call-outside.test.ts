import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { isPublicAddress } from './address-rules.ts';
import { callOutside, DEFAULT_RULES, OutsideProblem, type OutsideRules } from './call-outside.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

const rules = (more: Partial<OutsideRules> = {}): OutsideRules => ({
  ...DEFAULT_RULES,
  allowedHosts: [],
  ...more,
});

async function codeOf(url: string, more: Partial<OutsideRules> = {}): Promise<string> {
  try {
    const { status } = await callOutside({ url, method: 'GET' }, rules(more));
    return `answered ${status}`;
  } catch (error) {
    if (!(error instanceof OutsideProblem)) throw error;
    return error.code;
  }
}

describe('an address', () => {
  test.each([
    '127.0.0.1',
    '127.1.2.3',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '198.18.0.1',
    '192.0.2.1',
    '168.63.129.16',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:169.254.169.254',
    '::ffff:0:10.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::169.254.169.254',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    '127.0.0.1.nip.io',
    '',
  ])('like %s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(['8.8.8.8', '1.1.1.1', '151.101.1.69', '2606:4700::1111', '2a00:1450:4001::200e'])(
    'like %s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('a call is refused', () => {
  test.each([
    ['http://127.0.0.1:9000/', 'address_refused'],
    ['http://2130706433:9000/', 'address_refused'],
    ['http://0x7f.1:9000/', 'address_refused'],
    ['http://017700000001:9000/', 'address_refused'],
    ['http://[::1]:9000/', 'address_refused'],
    ['http://[::ffff:169.254.169.254]/latest/meta-data/', 'address_refused'],
    ['http://169.254.169.254/latest/meta-data/', 'address_refused'],
    ['http://localhost:9000/', 'address_refused'],
    ['file:///etc/passwd', 'scheme_refused'],
    ['gopher://example.org/', 'scheme_refused'],
    ['javascript:alert(1)', 'scheme_refused'],
    ['http://user:pass@example.org/', 'credentials_in_url'],
    ['http://example.org:22/', 'port_refused'],
    ['http://example.org:25/', 'port_refused'],
    ['not a url', 'url_invalid'],
    ['http://', 'url_invalid'],
  ])('to %s', async (url, code) => {
    expect(await codeOf(url)).toBe(code);
  });

  test('to a name with one inner address among public ones', async () => {
    const resolve = async () => ['8.8.8.8', '10.0.0.7'];
    expect(await codeOf('http://mixed.example.org/', { resolve })).toBe('address_refused');
  });

  test('to a name that nobody knows', async () => {
    const resolve = async () => {
      throw new Error('ENOTFOUND');
    };
    expect(await codeOf('http://nobody.example.org/', { resolve })).toBe('name_unknown');
  });
});

test('the connection goes to the address that was looked at, whatever the name says later', async () => {
  const port = await serve((request, response) => response.end(request.headers.host));
  let asked = 0;
  const resolve = async () => {
    asked += 1;
    return ['127.0.0.1'];
  };
  const allowedHosts = ['hook.example.org'];
  const url = `http://hook.example.org:${port}/`;
  const answer = await callOutside({ url, method: 'GET' }, rules({ resolve, allowedHosts }));
  expect([answer.body, asked]).toEqual([`hook.example.org:${port}`, 1]);
});

test('a named host may be an inner one, and only that', async () => {
  const port = await serve((_request, response) => response.end('in'));
  const allowedHosts = ['127.0.0.1'];
  expect(await codeOf(`http://127.0.0.1:${port}/`, { allowedHosts })).toBe('answered 200');
  expect(await codeOf(`http://localhost:${port}/`, { allowedHosts })).toBe('address_refused');
});

test('a redirect is not followed', async () => {
  let reached = false;
  const inner = await serve((_request, response) => {
    reached = true;
    response.end();
  });
  const port = await serve((_request, response) =>
    response.writeHead(302, { Location: `http://127.0.0.1:${inner}/` }).end(),
  );
  const allowedHosts = ['127.0.0.1'];
  expect(await codeOf(`http://127.0.0.1:${port}/`, { allowedHosts })).toBe('redirect_refused');
  expect(reached).toBe(false);
});

test('an answer without end is cut off', async () => {
  const port = await serve((_request, response) => {
    response.on('error', () => undefined);
    const pour = () => {
      if (!response.destroyed && response.write('x'.repeat(65_536))) setImmediate(pour);
      else response.once('drain', pour);
    };
    pour();
  });
  const allowedHosts = ['127.0.0.1'];
  expect(await codeOf(`http://127.0.0.1:${port}/`, { allowedHosts })).toBe('too_large');
});

test('an answer that never comes is given up', async () => {
  const port = await serve(() => undefined);
  const more = { allowedHosts: ['127.0.0.1'], millisecondsMax: 50 };
  expect(await codeOf(`http://127.0.0.1:${port}/`, more)).toBe('too_slow');
});

test('a body is sent as it is, and nothing of anybody else', async () => {
  const port = await serve((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => response.end(JSON.stringify([request.headers, body])));
  });
  const url = `http://127.0.0.1:${port}/`;
  const sent = { url, method: 'POST', headers: { 'X-Signature': 's' }, body: '{"a":1}' } as const;
  const answer = await callOutside(sent, rules({ allowedHosts: ['127.0.0.1'] }));
  const [headers, body] = JSON.parse(answer.body);
  expect(body).toBe('{"a":1}');
  expect(Object.keys(headers).sort()).toEqual([
    'connection',
    'content-length',
    'host',
    'x-signature',
  ]);
});
