/** A brake on loops and guessing: 429 with the seconds to wait. */
import { expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { type Gate, PASSWORD, startGate } from '../support/gate.ts';
import type { Answer, PersonClient } from '../support/person-client.ts';

test('guessing passwords is slowed per address, before anything is looked up', async () => {
  const { gate } = await startGate({ settings: { FLOWGATE_SIGN_INS_PER_MINUTE: '5' } });
  try {
    const stranger = gate.stranger();
    const guess = () => stranger.post('/auth/login', { username: 'nobody', password: 'guess' });
    // Setting the scene took two sign-ins.
    const statuses = [];
    for (let times = 0; times < 6; times += 1) statuses.push((await guess()).status);
    expect(statuses.slice(0, 3)).toEqual([401, 401, 401]);
    const refused = await guess();
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  } finally {
    await gate.stop();
  }
});

test('changes are slowed per person, reads are not', async () => {
  const { gate, grace } = await startGate({ settings: { FLOWGATE_WRITES_PER_MINUTE: '5' } });
  try {
    const statuses = [];
    for (let times = 0; times < 7; times += 1) {
      statuses.push((await grace.patch('/me', { theme: 'dark' })).status);
    }
    expect(statuses).toContain(429);
    expect((await grace.get('/me')).status).toBe(200);
  } finally {
    await gate.stop();
  }
});

test('an agent in a loop is slowed, over every door together', async () => {
  const { gate, grace } = await startGate({ settings: { FLOWGATE_AGENT_CALLS_PER_MINUTE: '10' } });
  try {
    const { agent, secret } = await agentIn(gate, grace);
    const bearer = { Authorization: `Bearer ${secret}` };
    const loop = async () => {
      for (let times = 0; times < 10; times += 1) await agent.call('find');
    };
    await expect(loop()).rejects.toThrow('too_many');
    const refused = await gate.stranger().send('GET', '/types', undefined, bearer);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  } finally {
    await gate.stop();
  }
});

/** Each brake of a row by its setting, and a call that it counts, good or bad. */
const BRAKES: readonly [
  string,
  (scene: { gate: Gate; grace: PersonClient; secret: string }) => Promise<Answer>,
][] = [
  ['FLOWGATE_REFRESHES_PER_MINUTE', ({ gate }) => gate.stranger().post('/auth/refresh')],
  ['FLOWGATE_UPLOADS_PER_MINUTE', ({ grace }) => grace.post('/attachments?project=shop', {})],
  ['FLOWGATE_SEARCHES_PER_MINUTE', ({ grace }) => grace.get('/audit?project=shop')],
  [
    'FLOWGATE_INBOX_PER_MINUTE',
    ({ gate, secret }) =>
      gate.stranger().send('POST', '/inbox', {}, { Authorization: `Bearer ${secret}` }),
  ],
];

test.each(BRAKES)('%s is wired: 429 with the seconds to wait', async (setting, call) => {
  const { gate, grace } = await startGate({ settings: { [setting]: '3' } });
  try {
    const { secret } = await agentIn(gate, grace);
    const answers: Answer[] = [];
    for (let times = 0; times < 5; times += 1) answers.push(await call({ gate, grace, secret }));
    expect(answers.slice(0, 3).map(({ status }) => status)).not.toContain(429);
    const last = answers.at(-1);
    expect(last).toMatchObject({ status: 429, body: { code: 'too_many' } });
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(gate.log.join('')).toContain('"code":"too_many"');
  } finally {
    await gate.stop();
  }
});

test('no secret of anybody gets into the log', async () => {
  const { gate, grace } = await startGate({ settings: { FLOWGATE_LOG_LEVEL: 'debug' } });
  try {
    const { agent, secret } = await agentIn(gate, grace);
    await agent.call('submit', { title: 'Told in confidence', body: 'Told in confidence' });
    await grace.post('/auth/login', { username: 'grace', password: 'a wrong password' });
    const log = gate.log.join('');
    expect(log).toContain('"action":"submit_document"');
    const cookies = grace.cookies.map(({ value }) => value);
    for (const word of [secret, ...cookies, PASSWORD, 'a wrong password', 'Told in confidence']) {
      expect(log).not.toContain(word);
    }
  } finally {
    await gate.stop();
  }
});
