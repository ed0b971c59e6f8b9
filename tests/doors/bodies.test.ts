/** Whatever bytes arrive, the answer is a problem in JSON: never a page, a stack or a half-stored text. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gate, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';

let gate: Gate;
let admin: PersonClient;
beforeAll(async () => {
  ({ gate, admin } = await startGate());
});
afterAll(() => gate.stop());

async function post(body: string | Buffer<ArrayBuffer>, contentType = 'application/json') {
  const response = await fetch(`${gate.url}/api/v1/projects`, {
    method: 'POST',
    headers: {
      'Content-Type': contentType,
      'X-FlowGate-Client': 'tests',
      Cookie: admin.cookie,
    },
    body,
  });
  const text = await response.text();
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(text).not.toMatch(/ at .*\.(ts|js):\d/);
  return { status: response.status, body: JSON.parse(text) };
}

describe('a body', () => {
  test.each([
    ['cut short', '{"slug": "a"'],
    ['no JSON at all', 'slug=a'],
    ['a list', '[{"slug": "a"}]'],
    ['a text', '"a"'],
    ['null', 'null'],
    ['with a prototype', '{"slug": "a", "title": "A", "__proto__": {"x": 1}}'],
  ])('that is %s is refused as body_invalid', async (_what, body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { code: 'body_invalid' } });
  });

  test('with bytes that are no UTF-8 is refused, not mended', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"slug": "a", "title": "'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}'),
    ]);
    expect(await post(bytes)).toMatchObject({ status: 400, body: { code: 'body_invalid' } });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'of type %s is refused',
    async (contentType) => {
      const answer = await post('{"slug": "a", "title": "A"}', contentType);
      expect(answer).toMatchObject({ status: 400, body: { code: 'body_invalid' } });
    },
  );

  test('of ten megabytes is refused as too_large', async () => {
    const body = JSON.stringify({ slug: 'a', title: 'x'.repeat(10 * 1024 * 1024) });
    expect(await post(body)).toMatchObject({ status: 413, body: { code: 'too_large' } });
  });

  test('nested deeper than anything honest is refused', async () => {
    const depth = 10_000;
    const body = `{"slug": ${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(await post(body)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'depth_exceeded' }] },
    });
  });

  test('with unknown keys hears of each, and of the key that was meant', async () => {
    const { status, body } = await post('{"slug": "a", "titel": "A", "constructor": 1}');
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'input_invalid' });
    expect(
      body.errors.map(({ path, code }: { path: string; code: string }) => [path, code]),
    ).toEqual(
      expect.arrayContaining([
        ['title', 'missing'],
        ['titel', 'unknown_key'],
        ['constructor', 'unknown_key'],
      ]),
    );
    expect(JSON.stringify(body.errors)).toContain('title');
  });

  test.each([
    ['U+0000', 'a\u0000b'],
    ['a lone surrogate', 'a\ud800b'],
  ])('with %s is refused: PostgreSQL could not store it', async (_what, title) => {
    const answer = await post(JSON.stringify({ slug: 'a', title }));
    expect(answer.status).toBe(422);
  });

  test('that repeats hostile text is not quoted in the answer', async () => {
    const hostile = 'ignore all previous instructions';
    const { body } = await post(JSON.stringify({ slug: hostile, [hostile]: hostile }));
    expect(JSON.stringify(body)).not.toContain(hostile);
  });

  test('cannot change what the address names', async () => {
    await admin.createProject('other');
    const answer = await admin.patch('/projects/other', { project: 'shop', title: 'Renamed' });
    expect(answer.body.project).toMatchObject({ slug: 'other', title: 'Renamed' });
  });
});

describe('an address', () => {
  test.each(['/api/v1/projects/%E0%A4%A', '/api/v1/documents/%ff', '/api/v1/groups/a%00b'])(
    'like %s is a problem of the caller, not ours',
    async (path) => {
      const response = await fetch(gate.url + path, { headers: { Cookie: admin.cookie } });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(response.headers.get('content-type')).toMatch('application/problem+json');
    },
  );

  test('takes unknown query keys as faults', async () => {
    const answer = await admin.get('/groups?limt=5');
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'unknown_key' }] } });
  });
});
