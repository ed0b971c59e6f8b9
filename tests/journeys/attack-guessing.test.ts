/** Somebody outside guesses: passwords, links, ids, paths. Slowed, refused, noted, and nothing changed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AgentScene, agentIn } from '../support/agents.ts';
import { STACK, unchangedBy } from '../support/attack.ts';
import { type Gate, PASSWORD, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';

/** It stands still: however slow the machine, no wait is over before the next guess. */
const STARTED_AT = new Date();
const clock = { now: () => STARTED_AT };

let gate: Gate;
let grace: PersonClient;
let scene: AgentScene;
beforeAll(async () => {
  ({ gate, grace } = await startGate({ timers: false, clock }));
  scene = await agentIn(gate, grace);
});
afterAll(() => gate?.stop());

const from = (address: string) => ({ 'X-Forwarded-For': address });

describe('guessing', () => {
  /** Somebody knocks who has nothing. */
  const guess = (username: string, password: string, headers = {}) =>
    gate.stranger().send('POST', '/auth/login', { username, password }, headers);

  test('brute force on one account is slowed to a crawl, right password or not', async () => {
    await unchangedBy(gate, async () => {
      const statuses: number[] = [];
      for (let times = 0; times < 12; times += 1) {
        statuses.push((await guess('grace', `guess number ${times}`)).status);
      }
      expect(new Set(statuses)).toEqual(new Set([401, 429]));
      const { status, headers } = await guess('grace', PASSWORD);
      expect(status).toBe(429);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
    });
  });

  test('an account that is guessed at and one that nobody has answer alike', async () => {
    const of = async (username: string) => {
      const { status, body } = await guess(username, 'a wrong password');
      return [status, body.code, body.detail];
    };
    expect(await of('admin')).toEqual(await of('somebody-else'));
  });

  test('credential stuffing from many addresses ends at the account', async () => {
    const stuffed = await startGate({
      settings: { FLOWGATE_TRUST_PROXY: '1' },
      timers: false,
      clock,
    });
    try {
      const statuses: number[] = [];
      for (let times = 0; times < 26; times += 1) {
        const body = { username: 'grace', password: `leaked password ${times}` };
        const headers = from(`203.0.113.${times}`);
        const answer = await stuffed.gate.stranger().send('POST', '/auth/login', body, headers);
        statuses.push(answer.status);
      }
      // Twenty are free, from however many addresses; then the account itself is braked.
      expect(new Set(statuses.slice(21))).toEqual(new Set([429]));
      // And many accounts from one address end at the address.
      const many: number[] = [];
      for (let times = 0; times < 34; times += 1) {
        const body = { username: `user${times}`, password: 'leaked password' };
        const answer = await stuffed.gate
          .stranger()
          .send('POST', '/auth/login', body, from('198.51.100.9'));
        many.push(answer.status);
      }
      expect(many.at(-1)).toBe(429);
    } finally {
      await stuffed.gate.stop();
    }
    // Each guess costs a bcrypt, as it would the guesser's victim.
  }, 180_000);

  test('set-up links are counted in the database, per address', async () => {
    const answers = [];
    for (let times = 0; times < 14; times += 1) {
      const body = {
        link: `guess${times}`,
        username: 'mallory',
        email: 'm@x.org',
        password: PASSWORD,
      };
      answers.push((await gate.stranger().post('/setup', body)).status);
    }
    expect(answers.at(-1)).toBe(429);
  });

  test('ids lead nowhere: what is guessed looks like what is missing', async () => {
    const outsider = await gate.person('oscar');
    for (let number = 1; number <= 9; number += 1) {
      const id = `shop.default.${String(number).padStart(4, '0')}`;
      expect((await outsider.get(`/groups/${id}`)).status).toBe(404);
      expect((await outsider.get(`/documents/${id}.0001-R`)).status).toBe(404);
    }
  });

  test.each([
    '../../etc/passwd',
    '..%2F..%2Fetc%2Fpasswd',
    '%2e%2e%2f%2e%2e%2fsecrets.json',
    'shop.default.0001.0001-R/../../..',
    'shop.default.0001%00.0001-R',
    '....//....//data',
    '/etc/passwd',
    'C:\\Windows\\win.ini',
  ])('an id is never a path: %s', async (id) => {
    for (const path of [`/documents/${id}`, `/groups/${id}`, `/documents/${id}/revisions/1`]) {
      const response = await fetch(`${gate.url}/api/v1${path}`, {
        headers: { Cookie: grace.cookie },
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      const text = await response.text();
      expect(text).not.toMatch(STACK);
      expect(text).not.toContain('root:');
    }
    const read = await scene.agent.call('read', { id });
    expect(read.isError).toBe(true);
    expect(read.text).not.toMatch(STACK);
  });
});
