/** What a document type must be like to work: its gate, its report, its headings. Exhaustive over the series. */

import type { Arrangement } from './commands.ts';
import type { GatePolicy } from './facts.ts';
import { canBeMet } from './satisfying.ts';
import type { Series } from './vocabulary.ts';

export interface TypeFacts {
  readonly series: Series;
  readonly gate: GatePolicy | null;
  readonly reportType: string | null;
  readonly templates: Readonly<Record<string, string | undefined>>;
  /** The heading over the acceptance criteria; null where a type has none. */
  readonly criteriaHeadings: Readonly<Record<string, string | undefined>> | null;
}

export type TypeFaultCode =
  | 'missing'
  | 'not_for_series'
  | 'gate_needs_person'
  | 'type_not_a_report'
  | 'heading_missing';

export interface TypeFault {
  readonly path: string;
  readonly code: TypeFaultCode;
}

/** `gated`: waits for a verdict. `attended`: a person reads it, always. `reported`: a report may come with it. */
interface SeriesRule {
  readonly gated: boolean;
  readonly attended: boolean;
  readonly reported: boolean;
}

const NOTHING: SeriesRule = { gated: true, attended: false, reported: false };

export const SERIES_RULES: Readonly<Record<Series, SeriesRule>> = {
  root: { ...NOTHING, attended: true },
  instruction: { ...NOTHING, reported: true },
  report: NOTHING,
  design: NOTHING,
  plan: { ...NOTHING, attended: true },
  closing: { ...NOTHING, attended: true },
  conversation: { ...NOTHING, gated: false },
  memo: { ...NOTHING, gated: false },
};

/** `seriesOf` knows the types this one may name. */
export function faultsOfType(
  type: TypeFacts,
  seriesOf: (code: string) => Series | undefined,
): TypeFault[] {
  const rule = SERIES_RULES[type.series];
  return [
    ...faultsOfGate(type.gate, rule),
    ...faultsOfReport(type.reportType, rule, seriesOf),
    ...faultsOfHeadings(type),
  ];
}

function faultsOfGate(gate: GatePolicy | null, { gated, attended }: SeriesRule): TypeFault[] {
  if (!gated) return gate === null ? [] : [{ path: 'gate', code: 'not_for_series' }];
  if (gate === null) return [{ path: 'gate', code: 'missing' }];
  return attended && (gate.by !== 'human' || gate.unattended)
    ? [{ path: 'gate', code: 'gate_needs_person' }]
    : [];
}

function faultsOfReport(
  report: string | null,
  { reported }: SeriesRule,
  seriesOf: (code: string) => Series | undefined,
): TypeFault[] {
  const path = 'report_type';
  if (report === null) return [];
  if (!reported) return [{ path, code: 'not_for_series' }];
  return seriesOf(report) === 'report' ? [] : [{ path, code: 'type_not_a_report' }];
}

/** Criteria are read under the heading, so whoever starts from the template must find it there. */
function faultsOfHeadings({ criteriaHeadings, templates }: TypeFacts): TypeFault[] {
  return Object.entries(criteriaHeadings ?? {}).flatMap(([language, heading]): TypeFault[] => {
    const template = templates[language];
    if (heading === undefined || template === undefined) return [];
    return headingsOf(template).includes(heading)
      ? []
      : [{ path: `templates.${language}`, code: 'heading_missing' }];
  });
}

function headingsOf(markdown: string): string[] {
  return markdown.split('\n').flatMap((line) => /^#{1,6} +(.+?) *$/.exec(line)?.[1] ?? []);
}

/** Whether enough people may judge, where the people are known: a type of the installation is asked again when a step is arranged. */
export function gateCanBeMet(gate: GatePolicy, judges: Arrangement['judges'] | null): boolean {
  const everybody = { any: Infinity, reviewer: Infinity, maintainer: Infinity };
  return canBeMet(gate, judges ?? everybody);
}
