/** The steps of a preset as they are kept: reports beside their instructions, the final approval last, every gate possible. */
import type { Reader } from '@flowgate/database';
import type { PresetStepInput } from '../../contracts/presets.ts';
import { STEPS_MAX } from '../../gate/limits.ts';
import type { Series } from '../../gate/vocabulary.ts';
import { type Fault, faultAt, problems } from '../../problems.ts';
import type { TypeRecord } from '../../store/types/definition-rows.ts';
import { EVERY_PROJECT, type PresetStep } from '../../store/types/type-catalogue.ts';
import { refused, type Scope } from '../types/change-definitions.ts';
import { requireSatisfiable } from '../types/check-type.ts';
import { gateOfInput } from '../types/gate-policy.ts';

interface Wanted {
  readonly root: string;
  readonly steps: readonly PresetStep[];
}

export function stepsOfInput(steps: readonly PresetStepInput[]): PresetStep[] {
  return steps.map(({ type, note, gate }) => ({
    type,
    ...(note === undefined ? {} : { note }),
    ...(gate === undefined ? {} : { gate: gateOfInput(gate, true) }),
  }));
}

/** Throws every fault at once, `sequence_invalid` for too many, or `gate_unsatisfiable`. `types`: all in reach. */
export async function presetSteps(
  reader: Reader,
  scope: Scope,
  { root, steps }: Wanted,
  types: readonly TypeRecord[],
): Promise<PresetStep[]> {
  const known = byCode(types);
  if (known.get(root) === undefined) throw faultAt('root', 'type_unknown');
  if (known.get(root)?.series !== 'root') throw faultAt('root', 'type_not_a_root');
  const faults = steps.flatMap(({ type }, index) => faultsOfStep(known.get(type), index));
  if (faults.length > 0) throw problems.inputInvalid(faults);
  const kept = withReports(
    steps.filter(({ type }) => !isClosing(known, type)),
    known,
  );
  const closing = types.find(({ series }) => series === 'closing')?.code ?? 'AC';
  const whole = [{ type: root }, ...kept, { type: closing }];
  if (whole.length > STEPS_MAX) throw refused('sequence_invalid', { steps_max: STEPS_MAX });
  for (const { type, gate } of kept) {
    if (gate !== undefined) await requireSatisfiable(reader, scope, type, gate);
  }
  return whole;
}

/** A project's own stands before the installation's. */
function byCode(types: readonly TypeRecord[]): Map<string, TypeRecord> {
  const active = types.filter((type) => type.active);
  const own = active.filter(({ scope }) => scope !== EVERY_PROJECT);
  return new Map([...active, ...own].map((type) => [type.code, type]));
}

const NO_STEPS: readonly Series[] = ['root', 'memo', 'conversation', 'plan'];

function faultsOfStep(type: TypeRecord | undefined, index: number): Fault[] {
  const path = `steps[${index}].type`;
  if (type === undefined) return [{ path, code: 'type_unknown', params: {} }];
  return NO_STEPS.includes(type.series) ? [{ path, code: 'type_not_a_step', params: {} }] : [];
}

function isClosing(known: ReadonlyMap<string, TypeRecord>, type: string): boolean {
  return known.get(type)?.series === 'closing';
}

function withReports(
  steps: readonly PresetStep[],
  known: ReadonlyMap<string, TypeRecord>,
): PresetStep[] {
  return steps.flatMap((step, index) => {
    const report = known.get(step.type)?.stored.reportType ?? null;
    const follows = report === null || steps[index + 1]?.type === report;
    return follows ? [step] : [step, { type: report }];
  });
}
