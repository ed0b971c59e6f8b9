/** Every state × every verb × every kind of caller, against tables written by hand. */
import { describe, expect, test } from 'vitest';
import type { Judge, PersonCaller } from './callers.ts';
import type { GroupCommand } from './commands.ts';
import type { GatePolicy, GroupFacts } from './facts.ts';
import { verdictsOnOffer } from './offers.ts';
import { rule } from './rule.ts';
import {
  granted,
  groupWith,
  HUMAN,
  MAINTAINER,
  person,
  policy,
  REVIEWER,
  reviewingToken,
  said,
  stepsOf,
  WRITER,
  withFacts,
} from './testing/scene.ts';
import { DOCUMENT_STATES, type DocumentState } from './vocabulary.ts';

/** The document is a TR at the head, by Ivy's token `ada`. */
const CALLERS: Readonly<Record<string, Judge>> = {
  reviewer: REVIEWER,
  issuer: person('ivy'),
  writer: WRITER,
  maintainer: MAINTAINER,
  'own agent': reviewingToken('ada', 'ivy'),
  sibling: reviewingToken('sib', 'ivy'),
  stranger: reviewingToken('eve', 'sam'),
  'policy run': policy('run'),
  'policy checks': policy('checks'),
};

const VERBS = ['approve', 'request_revision', 'reject', 'reopen', 'confirm', 'withdraw'] as const;
type TriedVerb = (typeof VERBS)[number];

const GATES: Readonly<Record<string, GatePolicy>> = {
  human: HUMAN,
  agent: { ...HUMAN, by: 'agent' },
  checks: { ...HUMAN, by: 'checks', checks: ['tests'] },
};

/** Yes: it counts. Advice: it is noted and moves nothing. Else the refusal. The state is the only one the verb has. */
const EXPECTED = `
gate   verb              reviewer  issuer    writer            maintainer  own agent  sibling       stranger      policy run    policy checks
human  approve           yes       yes       may_not_judge     yes         own_work   advice        advice        yes           needs_person
human  request_revision  yes       yes       may_not_judge     yes         own_work   advice        advice        needs_person  needs_person
human  reject            yes       yes       may_not_judge     yes         own_work   advice        advice        needs_person  needs_person
human  reopen            yes       yes       may_not_judge     yes         needs_person needs_person needs_person needs_person  needs_person
human  confirm           yes       yes       may_not_judge     yes         needs_person needs_person needs_person needs_person  needs_person
human  withdraw          may_not_maintain yes may_not_maintain yes         -          -             -             -             -
agent  approve           yes       yes       may_not_judge     yes         own_work   advice        yes           needs_person  needs_person
agent  request_revision  yes       yes       may_not_judge     yes         own_work   advice        yes           needs_person  needs_person
agent  reject            yes       yes       may_not_judge     yes         own_work   advice        yes           needs_person  needs_person
agent  reopen            yes       yes       may_not_judge     yes         needs_person needs_person needs_person needs_person  needs_person
agent  confirm           yes       yes       may_not_judge     yes         needs_person needs_person needs_person needs_person  needs_person
agent  withdraw          may_not_maintain yes may_not_maintain yes         -          -             -             -             -
checks approve           yes       yes       may_not_judge     yes         own_work   advice        advice        needs_person  yes
checks request_revision  yes       yes       may_not_judge     yes         own_work   advice        advice        needs_person  yes
checks reject            yes       yes       may_not_judge     yes         own_work   advice        advice        needs_person  needs_person
checks reopen            yes       yes       may_not_judge     yes         needs_person needs_person needs_person needs_person  needs_person
checks confirm           yes       yes       may_not_judge     yes         needs_person needs_person needs_person needs_person  needs_person
checks withdraw          may_not_maintain yes may_not_maintain yes         -          -             -             -             -
`;

/** In which states a verb means anything; in all others `state_forbids`, whoever asks. */
const STATES: Readonly<Record<TriedVerb, readonly DocumentState[]>> = {
  approve: ['in_review'],
  request_revision: ['in_review'],
  reject: ['in_review'],
  reopen: ['approved', 'rejected'],
  confirm: ['approved'],
  withdraw: ['in_review', 'revision_requested'],
};

interface Case {
  readonly gate: string;
  readonly verb: TriedVerb;
  readonly caller: string;
  readonly expected: string;
}

const cases = EXPECTED.trim()
  .split('\n')
  .slice(1)
  .flatMap((line): readonly Case[] => {
    const [gate = '', verb = '', ...answers] = line.trim().split(/\s+/);
    return Object.keys(CALLERS).map((caller, index) => {
      return { gate, verb: verb as TriedVerb, caller, expected: answers[index] ?? '' };
    });
  });

function groupOf(gate: GatePolicy, state: DocumentState): GroupFacts {
  const group = groupWith(['approved', 'approved', state], { steps: stepsOf('R T TR AC', gate) });
  const stale = [{ documentId: 'doc1', hash: 'hash1' }];
  return state === 'approved' ? withFacts(group, 'doc3', { staleBecause: stale }) : group;
}

function commandOf(verb: TriedVerb, by: Judge): GroupCommand {
  const at = { documentId: 'doc3', revision: 1 } as const;
  // A bearer can't even be named as the one who withdraws; the table leaves those cells out.
  if (verb === 'withdraw') return { verb, ...at, by: by as PersonCaller };
  if (verb === 'confirm') return { verb, ...at, by };
  return { verb, ...at, by, reasonIds: ['why'] };
}

function heard(group: GroupFacts, command: GroupCommand): string {
  const ruling = rule(group, command);
  if (!ruling.allowed) return said(ruling);
  const recorded = granted(ruling).changes.find(({ kind }) => kind === 'verdict_recorded');
  return recorded?.kind === 'verdict_recorded' && !recorded.counts ? 'advice' : 'yes';
}

test('the tables name every gate, verb and caller', () => {
  const size = Object.keys(GATES).length * VERBS.length * Object.keys(CALLERS).length;
  expect(cases).toHaveLength(size);
  expect(cases.filter(({ expected }) => expected === '')).toEqual([]);
});

describe.each(DOCUMENT_STATES)('on a document that is %s', (state) => {
  const tried = cases.filter(({ expected }) => expected !== '-');
  test.each(tried)('$caller may $verb at a gate by $gate as the table says', (row) => {
    const { gate, verb, caller, expected } = row;
    const judge = CALLERS[caller] ?? REVIEWER;
    const group = groupOf(GATES[gate] ?? HUMAN, state);
    const answer = heard(group, commandOf(verb, judge));
    // A marked document is never approved by a policy, and a stale one in review isn't tried here.
    expect(answer).toBe(STATES[verb].includes(state) ? expected : 'state_forbids');
  });

  test.each(tried)('what is offered to $caller for $verb ($gate) is what the rule says', (row) => {
    const judge = CALLERS[row.caller] ?? REVIEWER;
    const group = groupOf(GATES[row.gate] ?? HUMAN, state);
    const offer = verdictsOnOffer(group, 'doc3', judge).find(({ verb }) => verb === row.verb);
    const ruling = rule(group, commandOf(row.verb, judge));
    expect(offer?.allowed).toBe(ruling.allowed);
    expect(offer?.refusal?.code).toBe(ruling.allowed ? undefined : ruling.refusal.code);
  });
});

describe.each(['completed', 'discarded'] as const)('in a %s group', (state) => {
  test.each(cases.filter(({ gate, expected }) => gate === 'human' && expected !== '-'))(
    '$caller hears group_closed for $verb, but for a maintainer who reopens a completed one',
    ({ verb, caller }) => {
      const open = groupOf(HUMAN, verb === 'withdraw' ? 'in_review' : 'approved');
      const answer = heard({ ...open, state }, commandOf(verb, CALLERS[caller] ?? REVIEWER));
      const revives = state === 'completed' && verb === 'reopen' && caller === 'maintainer';
      expect(answer).toBe(revives ? 'yes' : 'group_closed');
    },
  );
});
