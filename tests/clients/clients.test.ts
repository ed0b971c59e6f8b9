/** The real Claude Code and Codex against the real gate: what their models are shown, at every step of the main job. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { type Gate, startGate } from '../support/gate.ts';
import type { PersonClient } from '../support/person-client.ts';
import { type Relay, relayTo } from '../support/relay.ts';
import { report, task } from '../support/stories.ts';
import { jsonIn, script, startFakeModel } from './fake-model.ts';
import { CLIENT_NAMES, type Ended, runClient } from './run-client.ts';

const programs = inject('clientPrograms');

let gate: Gate;
let grace: PersonClient;
beforeAll(async () => {
  ({ gate, grace } = await startGate());
});
afterAll(() => gate.stop());

/** Claude Code shows its model the server's own sentence; Codex shows its user the code. */
const SAID_OF_A_BAD_TOKEN = {
  claude: 'This token is not known here.',
  codex: 'invalid_token',
} as const;
/** Longer than a minute, after which clients cut a call that says nothing. */
const LONG_WAIT_SECONDS = 65;

describe.each(CLIENT_NAMES)('%s', (name) => {
  /** Runs the client until its script is over. What it sends can be watched meanwhile. */
  async function play(
    token: string,
    prompt: string,
    meanwhile: (relay: Relay) => Promise<void> = async () => undefined,
  ): Promise<{ ended: Ended; results: string[]; seen: unknown[] }> {
    const model = await startFakeModel();
    const relay = await relayTo(gate.url);
    try {
      const running = runClient(programs, name, {
        gateUrl: relay.url,
        modelUrl: model.url,
        token,
        prompt,
      });
      await meanwhile(relay);
      const ended = await running;
      return { ended, results: model.results(), seen: model.seen };
    } finally {
      await relay.close();
      await model.close();
    }
  }

  test('submits, waits, is approved in the app, and goes on to the next step', async () => {
    const { secret, groupId } = await agentIn(gate, grace);
    const { ended, results, seen } = await play(
      secret,
      script(
        ['continue'],
        ['submit', task()],
        ['await_verdict', { document_id: '{{document_id}}', cursor: '{{cursor}}' }],
        ['continue'],
      ),
      async () => {
        const id = await untilInReview(groupId);
        await grace.approve(id);
      },
    );
    expect(results, ended.output).toHaveLength(4);
    expect(jsonIn(results[0] ?? '')).toMatchObject({ assignment: { type: 'T' } });
    expect(jsonIn(results[2] ?? '')).toMatchObject({ changed: true, state: 'approved' });
    expect(jsonIn(results[3] ?? '')).toMatchObject({ assignment: { type: 'TR' } });
    // The model learns of the gate from the server's own words.
    expect(JSON.stringify(seen[0])).toContain('FlowGate is a gate');
  });

  test('is sent back with a reason, and answers it', async () => {
    const { secret, groupId } = await agentIn(gate, grace);
    const { ended, results } = await play(
      secret,
      script(
        ['submit', task()],
        ['await_verdict', { document_id: '{{document_id}}', cursor: '{{cursor}}' }],
        [
          'submit',
          task({
            document_id: '{{document_id}}',
            body: `${task().body}\nIn cents.\n`,
            responses: [{ reason_id: '{{reasons.0.reason_id}}', text: 'In cents.' }],
          }),
        ],
      ),
      async () => {
        await grace.requestRevision(await untilInReview(groupId), 'Say in which unit.');
      },
    );
    expect(results, ended.output).toHaveLength(3);
    expect(results[1]).toContain('Say in which unit.');
    expect(jsonIn(results[2] ?? '')).toMatchObject({ revision: 2, state: 'in_review' });
  });

  test('reads why a call was refused, and which key it got wrong', async () => {
    const { secret } = await agentIn(gate, grace);
    const { ended, results } = await play(
      secret,
      script(['submit', task({ titel: 'x' })], ['submit', report({ type: 'TR' })]),
    );
    expect(results, ended.output).toHaveLength(2);
    expect(results[0]).toContain('unknown_key');
    expect(results[0]).toContain('title');
    expect(results[1]).toContain('wrong_type');
  });

  test('works unattended through every tool that writes', async () => {
    const { secret, groupId } = await agentIn(gate, grace);
    const questions = [{ text: 'Gross or net?', blocking: false, assumption: 'Gross.' }];
    const { ended, results } = await play(
      secret,
      script(
        ['continue'],
        ['dry_run', task()],
        ['clarify', { questions }],
        ['submit', task()],
        ['read', { id: groupId }],
        ['find', {}],
      ),
    );
    expect(results, ended.output).toHaveLength(6);
    for (const result of results) expect(jsonIn(result), result).toHaveProperty('next');
  });

  test('waits through a restart of the server, and asks again without losing the verdict', async () => {
    const { secret, groupId } = await agentIn(gate, grace);
    const { ended, results } = await play(
      secret,
      script(
        ['submit', task()],
        ['await_verdict', { document_id: '{{document_id}}', cursor: '{{cursor}}' }],
        // Without a cursor: what is decided already answers at once, whichever call the restart has cut.
        ['await_verdict', { document_id: '{{document_id}}' }],
      ),
      async (relay) => {
        const id = await untilInReview(groupId);
        await relay.passed('await_verdict');
        await gate.restart();
        grace = await gate.signedIn('grace');
        await grace.approve(id);
      },
    );
    expect(results, ended.output).toHaveLength(3);
    expect(jsonIn(results[2] ?? '')).toMatchObject({ state: 'approved' });
  });

  test('waits for more than a minute in one call, and is told that nothing happened yet', async () => {
    const { secret } = await agentIn(gate, grace);
    const wait = { cursor: '{{cursor}}', max_wait_seconds: LONG_WAIT_SECONDS };
    const { ended, results } = await play(
      secret,
      script(['submit', task()], ['await_verdict', wait]),
    );
    expect(results, ended.output).toHaveLength(2);
    expect(jsonIn(results[1] ?? '')).toMatchObject({ changed: false, retry_after_seconds: 30 });
  });

  test('two at one head make one document', async () => {
    const { secret, groupId } = await agentIn(gate, grace);
    const step = { project: 'shop', group: groupId, kind: 'step' };
    const { secret: other } = await grace.issueToken(step);
    const prompt = script(['submit', task()]);
    const both = await Promise.all([play(secret, prompt), play(other, prompt)]);
    const documents = (await grace.readGroup(groupId)).documents.filter(
      ({ type }: { type: string }) => type === 'T',
    );
    expect(documents, both.map(({ ended }) => ended.output).join('\n')).toHaveLength(1);
    const [one] = both.map(({ results }) => results[0] ?? '').filter((said) => !jsonIn(said));
    expect(one).toMatch(/awaiting_verdict|not_yours/);
  });

  test('is told what to do without a good token', async () => {
    const unknown = `fg_${'0'.repeat(20)}_${'0'.repeat(64)}`;
    const { ended, seen } = await play(unknown, script(['continue']));
    expect(JSON.stringify(seen) + ended.output).toContain(SAID_OF_A_BAD_TOKEN[name]);
  });

  async function untilInReview(groupId: string): Promise<string> {
    return until(async () => {
      const { documents } = await grace.readGroup(groupId);
      const waiting = documents.find(
        ({ type, state }: { type: string; state: string }) => type === 'T' && state === 'in_review',
      );
      return waiting?.id ?? null;
    });
  }
});

/** A client of its own pace: looked at until it is so. */
async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((later) => setTimeout(later, 50));
  }
}
