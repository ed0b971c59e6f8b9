/** A brake on loops and guessing: 429 with the seconds to wait. */
import { expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { PASSWORD, startGate } from '../support/gate.ts';

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
