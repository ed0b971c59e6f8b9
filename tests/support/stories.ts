/** What journeys are told with: a gate on every database, and documents worth handing in. */
import { afterAll, beforeAll, describe } from 'vitest';
import { type AgentScene, agentIn } from './agents.ts';
import { testDatabases } from './databases.ts';
import { type Gate, type GateOptions, startGate } from './gate.ts';
import type { PersonClient } from './person-client.ts';

/** Filled before the first test runs; the tests of a file share it and open groups of their own. */
export interface Stage {
  gate: Gate;
  admin: PersonClient;
  /** Maintainer of the project `shop`. */
  grace: PersonClient;
}

/** The same story on each database that answers, each with one gate. */
export function onEveryDatabase(
  tell: (stage: Stage) => void,
  options: Omit<GateOptions, 'database'> = {},
): void {
  describe.each(testDatabases())('on $name', (database) => {
    const stage = {} as Stage;
    beforeAll(async () => {
      Object.assign(stage, await startGate({ ...options, database }));
    });
    afterAll(() => stage.gate?.stop());
    tell(stage);
  });
}

/** One criterion, so that a report can meet `T.1`. */
export const TASK = `## Goal

Orders above 50 EUR ship for free.

## Acceptance criteria

1. An order of 50.01 EUR has no shipping line.
`;

export const task = (more: object = {}) => ({ title: 'Free shipping', body: TASK, ...more });

export const CLAIM = {
  statement: 'An order of 50.01 EUR has no shipping line.',
  meets: ['R.1', 'T.1'],
  evidence: [
    {
      kind: 'command',
      command: 'node --test shipping.test.ts',
      exit_code: 0,
      output: '1 passed',
    },
  ],
};

export const report = (more: object = {}) => ({
  title: 'Free shipping, done',
  body: '## Result\n\nDone: the limit is checked before the shipping line is added.\n',
  claims: [CLAIM],
  ...more,
});

/** The agent of `agentIn` whose task is handed in and in review. */
export async function submittedTask(
  { gate, grace }: Stage,
  ...more: [token?: object, era?: 'modern' | 'legacy']
): Promise<AgentScene & { readonly documentId: string; readonly cursor: string }> {
  const scene = await agentIn(gate, grace, ...more);
  const { document_id, cursor } = await scene.agent.submit(task());
  return { ...scene, documentId: document_id, cursor };
}

/** The error's code, of `code: sentence. What to do.` */
export const codeOf = ({ text }: { readonly text: string }) => text.split(':')[0];
