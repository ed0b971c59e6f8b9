/** The crowd of a random history: people, agents and policies, and the groups they meet in. */
import fc from 'fast-check';
import type { Judge, PersonCaller } from '../callers.ts';
import type { GatePolicy, GroupFacts } from '../facts.ts';
import {
  groupWith,
  HUMAN,
  MAINTAINER,
  person,
  policy,
  REVIEWER,
  reviewingToken,
  stepsOf,
  tokenOf,
  WRITER,
  withFacts,
} from './scene.ts';

const GATES: readonly GatePolicy[] = [
  HUMAN,
  { ...HUMAN, approvals: 2 },
  { ...HUMAN, unattended: false },
  { ...HUMAN, by: 'agent' },
  { ...HUMAN, by: 'checks', checks: ['tests'] },
];

export const PEOPLE: readonly PersonCaller[] = [
  REVIEWER,
  MAINTAINER,
  WRITER,
  person('ivy'),
  person('hugo'),
];

export const JUDGES: readonly Judge[] = [
  ...PEOPLE,
  reviewingToken('ada', 'ivy'),
  reviewingToken('eve', 'sam'),
  policy('run'),
  policy('checks'),
];

/**
 * A decided group with its root and perhaps some more approved, the last of them on a requirement that has changed since,
 * tokens of every kind, and any settings a project may have.
 */
export const beginnings: fc.Arbitrary<GroupFacts> = fc
  .record({
    types: fc.constantFrom('R T TR AC', 'R N NR T TR TS TSR AC', 'R D AC'),
    gate: fc.constantFrom(...GATES),
    fourEyes: fc.boolean(),
    unattended: fc.boolean(),
    mode: fc.constantFrom('supervised', 'review', 'unattended'),
    filled: fc.nat(3),
  })
  .map(({ types, gate, fourEyes, unattended, mode, filled }) => {
    const steps = stepsOf(types, gate);
    const tokens = [
      tokenOf({ id: 'step2', stepId: 's2' }),
      tokenOf({ id: 'step3', stepId: 's3' }),
      tokenOf({ id: 'journey', kind: 'continuation', mode }),
      tokenOf({ id: 'short', kind: 'continuation', targetStepId: 's2', issuerId: 'sam' }),
      tokenOf({ id: 'worker', kind: 'worker', groupId: null, types: ['T', 'TR'], issuerId: 'sam' }),
      tokenOf({ id: 'planner', scopes: ['plan', 'submit'] }),
      tokenOf({ id: 'observer', kind: 'ci', scopes: ['observe'] }),
    ];
    // At least one step is left to fill: the final approval is written when the head comes to it, not before.
    const done = Math.min(filled, Math.max(0, steps.length - 3));
    const states = Array.from({ length: done + 1 }, () => 'approved' as const);
    const settings = { fourEyes, unattended, tokenIssuerIds: ['ivy', 'sam'] };
    const group = groupWith(states, { steps, tokens, ...settings });
    const staleBecause = done === 0 ? [] : [{ documentId: 'doc1', hash: 'an older body' }];
    return withFacts(group, `doc${done + 1}`, { staleBecause });
  });
