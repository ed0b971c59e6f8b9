import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { openLog } from './open-log.ts';

/** What an entry becomes on its way out. */
function written(write: (log: ReturnType<typeof openLog>) => void): string {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  write(openLog('debug', stream));
  return text;
}

const TOKEN = `fg_${'0a'.repeat(10)}_${'1b'.repeat(32)}`;
const JWT = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0b20ifQ.${'aB3dE5fG7h'.repeat(4)}`;

test.each([
  ['a password', { password: 'violet harbour' }],
  ['a password one level down', { input: { password: 'violet harbour' } }],
  ['a password three levels down', { a: { b: { c: { password: 'violet harbour' } } } }],
  ['a header', { headers: { authorization: 'violet harbour', cookie: 'violet harbour' } }],
  ['a refresh token', { body: { refresh_token: 'violet harbour' } }],
  ['a cookie that is set', { headers: { 'set-cookie': 'violet harbour' } }],
])('%s is redacted by its name', (_what, entry) => {
  const line = written((log) => log.info(entry, 'entry'));
  expect(line).toContain('[redacted]');
  expect(line).not.toContain('violet harbour');
});

test.each([
  ['a token of ours', TOKEN, TOKEN.slice(-64)],
  ['a session', JWT, JWT],
  ['a bearer of any kind', 'Bearer abcdefghijklmnop1234', 'abcdefghijklmnop1234'],
  ['the password of a database', 'postgresql://gate:hunter2secret@db/gate', 'hunter2secret'],
])('%s is redacted wherever it stands', (_what, text, secret) => {
  const inMessage = written((log) => log.warn(`failed with ${text}`));
  const inError = written((log) => log.error({ err: new Error(`failed with ${text}`) }, 'defect'));
  const inMember = written((log) => log.info({ url: `x ${text} y` }, 'entry'));
  for (const line of [inMessage, inError, inMember]) {
    expect(line).not.toContain(secret);
    expect(JSON.parse(line)).toBeTypeOf('object');
  }
});

test('what is no secret stays readable', () => {
  const entry = {
    action: 'submit_document',
    caller: 'token:0a0a',
    outcome: 'ok',
    request_id: 'r1',
  };
  expect(JSON.parse(written((log) => log.info(entry, 'action')))).toMatchObject(entry);
});
