import { describe, expect, test } from 'vitest';
import type { GatePolicy } from './facts.ts';
import { faultsOfType, gateCanBeMet, SERIES_RULES, type TypeFacts } from './type-rules.ts';
import { GATE_OPENERS, OWN_SERIES, SERIES, type Series } from './vocabulary.ts';

const gate = (more: Partial<GatePolicy> = {}): GatePolicy => ({
  by: 'human',
  approvals: 1,
  roles: [],
  checks: [],
  unattended: false,
  ...more,
});
const typeOf = (series: Series, more: Partial<TypeFacts> = {}): TypeFacts => ({
  series,
  gate: SERIES_RULES[series].gated ? gate() : null,
  reportType: SERIES_RULES[series].reported ? 'TR' : null,
  templates: {},
  criteriaHeadings: null,
  ...more,
});
const KNOWN: Readonly<Record<string, Series>> = { TR: 'report', T: 'instruction' };
const faultsOf = (type: TypeFacts) =>
  faultsOfType(type, (code) => KNOWN[code]).map(({ path, code }) => `${path} ${code}`);

describe.each(SERIES)('a type of the series %s', (series) => {
  const { gated, attended, reported } = SERIES_RULES[series];

  test('has no fault as it should be', () => {
    expect(faultsOf(typeOf(series))).toEqual([]);
  });

  test('has a gate exactly if it is gated', () => {
    const other = typeOf(series, { gate: gated ? null : gate() });
    expect(faultsOf(other)).toEqual([gated ? 'gate missing' : 'gate not_for_series']);
  });

  test('brings a report only if it is an instruction, and needs none', () => {
    expect(faultsOf(typeOf(series, { reportType: null }))).toEqual([]);
    const fault = reported ? [] : ['report_type not_for_series'];
    expect(faultsOf(typeOf(series, { reportType: 'TR' }))).toEqual(fault);
  });

  test.each(GATE_OPENERS.flatMap((by) => [true, false].map((unattended) => ({ by, unattended }))))(
    'opened by $by, unattended $unattended, is read by a person where that is the law',
    (more) => {
      if (!gated) return;
      const allowed = !attended || (more.by === 'human' && !more.unattended);
      const faults = faultsOf(typeOf(series, { gate: gate({ checks: ['ci'], ...more }) }));
      expect(faults).toEqual(allowed ? [] : ['gate gate_needs_person']);
    },
  );
});

test('what people add is never of a series that the server itself works with', () => {
  expect(OWN_SERIES.filter((series) => !SERIES_RULES[series].gated)).toEqual([]);
  expect(OWN_SERIES).not.toContain('closing');
  expect(OWN_SERIES).not.toContain('plan');
});

test.each(['T', 'NOPE'])('the report of an instruction is a known report, not %s', (reportType) => {
  expect(faultsOf(typeOf('instruction', { reportType }))).toEqual([
    'report_type type_not_a_report',
  ]);
});

test('a criteria heading stands in the template of its language', () => {
  const headings = { en: 'Acceptance criteria', ko: '인수 기준', ja: undefined };
  const templates = { en: 'A\n\n## Acceptance criteria \n\n1. …', ko: '# 기준', ja: '' };
  expect(faultsOf(typeOf('root', { criteriaHeadings: headings, templates }))).toEqual([
    'templates.ko heading_missing',
  ]);
});

test('a gate asks for no more people than there are, where they are known', () => {
  const judges = { any: 2, reviewer: 2, maintainer: 1 };
  expect(gateCanBeMet(gate({ approvals: 3 }), judges)).toBe(false);
  expect(gateCanBeMet(gate({ approvals: 3 }), null)).toBe(true);
  expect(gateCanBeMet(gate({ approvals: 2, roles: ['maintainer'] }), judges)).toBe(false);
  expect(gateCanBeMet(gate({ by: 'checks' }), null)).toBe(false);
  expect(gateCanBeMet(gate({ by: 'checks', checks: ['ci'] }), null)).toBe(true);
});
