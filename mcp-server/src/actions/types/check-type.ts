/** Whether a type may be as somebody wants it: its fields, its gate, its report. All faults at once. */
import type { Reader } from '@flowgate/database';
import type { GatePolicy } from '../../gate/facts.ts';
import { type FieldFacts, faultsOfFields } from '../../gate/field-rules.ts';
import { faultsOfType, gateCanBeMet } from '../../gate/type-rules.ts';
import { type Fault, problems } from '../../problems.ts';
import { listJudges } from '../../store/projects/judges.ts';
import type { TypeRecord } from '../../store/types/definition-rows.ts';
import { EVERY_PROJECT } from '../../store/types/type-catalogue.ts';
import { refused, type Scope } from './change-definitions.ts';

/** `others`: every type in reach. Throws `input_invalid`, or `gate_unsatisfiable`. */
export async function checkType(
  reader: Reader,
  type: Pick<TypeRecord, 'scope' | 'code' | 'series' | 'stored'>,
  others: readonly TypeRecord[],
): Promise<void> {
  const { stored, code, scope } = type;
  const known = new Map(
    others.filter(({ active }) => active).map((other) => [other.code, other.series]),
  );
  const follows = stored.follows.flatMap((next, index): Fault[] =>
    next === code || others.some((other) => other.code === next)
      ? []
      : [{ path: `follows[${index}]`, code: 'type_unknown', params: {} }],
  );
  const found: Pick<Fault, 'path' | 'code'>[] = [
    ...faultsOfFields(stored.fieldSchema as unknown as FieldFacts, 'fields'),
    ...faultsOfType({ ...stored, series: type.series }, (named) => known.get(named)),
  ];
  const faults = [...found.map((fault) => ({ ...fault, params: {} })), ...follows];
  if (faults.length > 0) throw problems.inputInvalid(faults);
  if (stored.gate !== null) await requireSatisfiable(reader, scope, code, stored.gate);
}

/** Throws `gate_unsatisfiable` when the project has not enough people for it. */
export async function requireSatisfiable(
  reader: Reader,
  scope: Scope,
  type: string,
  gate: GatePolicy,
): Promise<void> {
  const people = scope === EVERY_PROJECT ? null : await listJudges(reader, scope);
  const judges = people && {
    any: people.length,
    reviewer: people.length,
    maintainer: people.filter(({ role }) => role === 'maintainer').length,
  };
  if (!gateCanBeMet(gate, judges)) throw refused('gate_unsatisfiable', { type });
}
