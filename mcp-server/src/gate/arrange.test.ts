import { describe, expect, test } from 'vitest';
import { arrangeSequence } from './arrange.ts';
import type { Arrangement, Piece } from './commands.ts';
import type { GatePolicy, GroupFacts } from './facts.ts';
import type { Ruling } from './ruling.ts';
import { canBeMet } from './satisfying.ts';
import { headOf } from './sequence.ts';
import {
  after,
  eventsOf,
  granted,
  groupWith,
  HUMAN,
  runOf,
  said,
  stepsOf,
  tokenOf,
} from './testing/scene.ts';
import type { Series } from './vocabulary.ts';

const REPORTS: Readonly<Record<string, string>> = { N: 'NR', T: 'TR', TS: 'TSR' };
const SERIES: Readonly<Record<string, Series>> = {
  D: 'design',
  R: 'root',
  M: 'memo',
  CH: 'conversation',
  AC: 'closing',
  WP: 'plan',
};

/** `T` for a new step, `T:s2` to keep one. */
function pieces(list: string, at: Partial<Piece> = {}): readonly Piece[] {
  if (list === '') return [];
  return list.split(' ').map((word) => {
    const [type = '', id] = word.split(':');
    const report = REPORTS[type];
    const isReport = Object.values(REPORTS).includes(type);
    const series = SERIES[type] ?? (isReport ? 'report' : 'instruction');
    return {
      ...{ id, type, series, gate: HUMAN, gateIsOwn: false },
      report: report === undefined ? undefined : { type: report, gate: HUMAN },
      ...at,
    };
  });
}

function arrange(
  group: GroupFacts,
  list: string,
  at: Partial<Arrangement> = {},
  piece = {},
): Ruling {
  let taken = 0;
  return arrangeSequence(group, {
    ...{ version: group.sequenceVersion, pieces: pieces(list, piece) },
    closing: { type: 'AC', gate: HUMAN },
    by: { mayArrange: true, maySetGates: false },
    judges: { any: 1, reviewer: 1, maintainer: 1 },
    newId: () => `new${++taken}`,
    ...at,
  });
}

/** `R:s1 T:new1 …` in order. */
function sequenceOf(group: GroupFacts): string {
  return group.steps.map(({ type, id }) => `${type}:${id}`).join(' ');
}

const fresh = groupWith(['approved'], { steps: stepsOf('R'), decided: false });

describe('deciding', () => {
  test('adds the reports and the one final approval', () => {
    const group = after(fresh, arrange(fresh, 'N T'));
    expect(group.steps.map(({ type }) => type)).toEqual(['R', 'N', 'NR', 'T', 'TR', 'AC']);
    expect(group.steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(group).toMatchObject({ decided: true, sequenceVersion: 2 });
  });

  test('adds no report that is listed already', () => {
    const group = after(fresh, arrange(fresh, 'T TR'));
    expect(group.steps.map(({ type }) => type)).toEqual(['R', 'T', 'TR', 'AC']);
  });

  test('is one event, changing it later another', () => {
    expect(eventsOf(arrange(fresh, 'T'))).toContain('sequence.decided');
    const group = after(fresh, arrange(fresh, 'T'));
    expect(eventsOf(arrange(group, 'N'))).toContain('sequence.changed');
  });

  test('moves the head from nowhere to the first step', () => {
    expect(headOf(fresh)).toBeNull();
    expect(headOf(after(fresh, arrange(fresh, 'T')))?.type).toBe('T');
  });

  test('with nothing but the final approval makes that due at once', () => {
    const changes = granted(arrange(fresh, '')).changes;
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'closing_due', revision: 1 }));
  });

  test.each(['R', 'M', 'CH', 'WP', 'AC'])('never makes a step of %s', (type) => {
    expect(said(arrange(fresh, `T ${type}`))).toBe('sequence_invalid');
  });

  test("stops at a hundred steps, the server's own included", () => {
    expect(said(arrange(fresh, Array(49).fill('T').join(' ')))).toBe('yes');
    expect(said(arrange(fresh, Array(50).fill('T').join(' ')))).toBe('sequence_invalid');
    expect(said(arrange(fresh, `${Array(49).fill('T').join(' ')} D`))).toBe('sequence_invalid');
  });

  test.each([
    ['an older version', { version: 0 }, {}, 'sequence_changed'],
    ['somebody who may not', { by: { mayArrange: false, maySetGates: true } }, {}, 'may_not_write'],
    ['a gate of their own', {}, { gateIsOwn: true }, 'gate_not_yours'],
    ['a gate nobody can meet', {}, { gate: { ...HUMAN, approvals: 2 } }, 'gate_unsatisfiable'],
  ])('is refused for %s', (_, at, piece, code) => {
    expect(said(arrange(fresh, 'T', at, piece))).toBe(code);
  });

  test('is refused in a closed group', () => {
    expect(said(arrange({ ...fresh, state: 'discarded' }, 'T'))).toBe('group_closed');
  });
});

describe('changing the pending part', () => {
  const group = groupWith(['approved', 'approved'], { steps: stepsOf('R N NR T TR AC') });

  test('leaves filled steps where they are and keeps the identity of those named', () => {
    const next = after(group, arrange(group, 'NR:s3 D T:s4 TR:s5'));
    expect(sequenceOf(next)).toBe('R:s1 N:s2 NR:s3 D:new1 T:s4 TR:s5 AC:s6');
  });

  test('takes a kept step along with its report', () => {
    const next = after(group, arrange(group, 'NR:s3 D T:s4'));
    expect(sequenceOf(next)).toBe('R:s1 N:s2 NR:s3 D:new1 T:s4 TR:s5 AC:s6');
  });

  test('never takes the report from an instruction that is filled', () => {
    expect(sequenceOf(after(group, arrange(group, 'D')))).toBe('R:s1 N:s2 NR:s3 D:new1 AC:s6');
  });

  test("keeps a kept step's gate and assignee where nothing else is said", () => {
    const gate = { ...HUMAN, approvals: 3 };
    const steps = group.steps.map((step) =>
      step.id === 's4' ? { ...step, gate, assignee: 'scribe' } : step,
    );
    const next = after({ ...group, steps }, arrange({ ...group, steps }, 'NR:s3 T:s4'));
    expect(next.steps[3]).toMatchObject({ id: 's4', gate, assignee: 'scribe' });
  });

  test('lets a maintainer set a gate, and changes the type of no kept step', () => {
    const by = { mayArrange: true, maySetGates: true };
    const gate = { ...HUMAN, roles: ['maintainer'] } as const;
    const next = after(group, arrange(group, 'D', { by }, { gate, gateIsOwn: true }));
    expect(next.steps[3]?.gate).toEqual(gate);
    expect(said(arrange(group, 'D:s4'))).toBe('sequence_invalid');
  });

  test.each(['NR:s3 NR:s3', 'N:s2', 'D:s99', 'AC:s6'])('refuses %s', (list) => {
    expect(said(arrange(group, list))).toBe('sequence_invalid');
  });

  test('ends the step tokens of a removed step', () => {
    const tokens = [tokenOf({ stepId: 's4' }), tokenOf({ id: 'bob', stepId: 's3' })];
    const next = after({ ...group, tokens }, arrange({ ...group, tokens }, 'NR:s3 D'));
    expect(next.tokens.map(({ state }) => state)).toEqual(['ended', 'live']);
  });

  test('moves a removed target to the step before', () => {
    const tokens = [tokenOf({ kind: 'continuation', targetStepId: 's5' })];
    const next = after({ ...group, tokens }, arrange({ ...group, tokens }, 'NR:s3 D'));
    expect(next.tokens[0]).toMatchObject({ state: 'live', targetStepId: 's3' });
  });

  test('ends a continuation whose target is now behind the head', () => {
    const past = groupWith(['approved', 'approved', 'approved'], { steps: group.steps });
    const tokens = [tokenOf({ kind: 'continuation', targetStepId: 's5' })];
    const runs = [runOf({ stepId: 's4' })];
    const next = after({ ...past, tokens, runs }, arrange({ ...past, tokens, runs }, 'D'));
    expect(next.tokens[0]).toMatchObject({ state: 'ended', targetStepId: 's3' });
    expect(next.runs[0]).toMatchObject({ state: 'ended', reason: 'target_reached' });
  });

  test('puts new steps before a final approval that was already written', () => {
    const done = groupWith(
      ['approved', 'approved', 'approved', 'approved', 'approved', 'in_review'],
      { steps: group.steps },
    );
    const next = after(done, arrange(done, 'D'));
    expect(sequenceOf(next)).toBe('R:s1 N:s2 NR:s3 T:s4 TR:s5 D:new1 AC:s6');
    expect(headOf(next)?.id).toBe('new1');
  });

  test('leaves a step whose document was withdrawn in its place while it is named', () => {
    const documents = groupWith(['approved', 'approved', 'approved']).documents.filter(
      ({ id }) => id !== 'doc2',
    );
    const holed = groupWith([], { steps: stepsOf('R D TR AC'), documents });
    expect(sequenceOf(after(holed, arrange(holed, 'D:s2 D')))).toBe('R:s1 D:s2 TR:s3 D:new1 AC:s4');
    expect(sequenceOf(after(holed, arrange(holed, 'D')))).toBe('R:s1 TR:s3 D:new1 AC:s4');
  });
});

describe('a gate can be met', () => {
  const judges = { any: 3, reviewer: 2, maintainer: 1 };
  test.each([
    ['by as many people as may judge', { approvals: 3 }, true],
    ['not by more', { approvals: 4 }, false],
    ['not by nobody', { approvals: 0 }, false],
    ['by reviewers and those above', { approvals: 2, roles: ['reviewer'] }, true],
    ['not by too few maintainers', { approvals: 2, roles: ['maintainer'] }, false],
    ['by checks that are named', { by: 'checks', checks: ['tests'] }, true],
    ['not by checks that are not', { by: 'checks' }, false],
    ['by agents where a person could stand in', { by: 'agent', approvals: 5 }, true],
  ] as const)('%s', (_, at, expected) => {
    const gate: GatePolicy = { ...HUMAN, ...at };
    expect(canBeMet(gate, judges)).toBe(expected);
  });
});
