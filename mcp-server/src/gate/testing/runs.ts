/** One continuation token and its run, as the tests of runs use them. */
import type { GroupFacts, QuestionFacts, RunFacts, TokenFacts } from '../facts.ts';
import { beginRun } from '../run-commands.ts';
import { after, NOON, tokenOf } from './scene.ts';

export const journey = tokenOf({ kind: 'continuation' });

export const terms = {
  id: 'run1',
  stepsMax: 10,
  revisionsMax: 3,
  endsAt: new Date('2026-03-09T12:00:00Z'),
};

/** The group with the token's run begun at noon. */
export function started(group: GroupFacts, token: TokenFacts = journey): GroupFacts {
  return after(group, beginRun(group, token, terms, NOON));
}

export function runIn(group: GroupFacts, id = 'run1'): RunFacts {
  const run = group.runs.find((known) => known.id === id);
  if (run === undefined) throw new Error(`no run ${id}`);
  return run;
}

/** It holds the head until it is answered, withdrawn or dismissed. */
export const BLOCKING: QuestionFacts = {
  ...{ id: 'q1', stepId: 's2', documentId: null, blocking: true, askedById: 'ada' },
  ...{ issuerId: 'ivy', assigneeId: null, raised: 0, assumed: false, assumedOn: null },
};
