/** Steps as a person names them, made into what the gate arranges: types looked up, gates filled in, reports beside. */
import type { StepInput } from '../../contracts/groups.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Arrangement, Piece } from '../../gate/commands.ts';
import type { GatePolicy } from '../../gate/facts.ts';
import { type Fault, faultAt, problems } from '../../problems.ts';
import type { TypeDefinition } from '../../store/types/type-catalogue.ts';

export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly closing: Arrangement['closing'];
  /** The types used, at the versions the steps are arranged with. */
  readonly types: ReadonlyMap<string, { readonly typeId: string; readonly typeVersion: number }>;
}

/** A step somebody asks for. `policy` came with a preset: whoever set it there had the right to. */
export type AskedStep = StepInput & { readonly policy?: GatePolicy | undefined };

/** Throws `preset_unknown`. A preset's first type is the root's and is not a piece. */
export async function stepsOfPreset(
  { types }: Dependencies,
  projectId: string,
  code: string,
): Promise<AskedStep[]> {
  const presets = await types.presets(projectId);
  const preset = presets.find((candidate) => candidate.code === code);
  if (preset === undefined) {
    const known = presets.map((candidate) => candidate.code).join(', ');
    throw faultAt('preset', 'preset_unknown', { known });
  }
  return preset.steps.slice(1).map(({ type, note, gate: policy }) => ({ type, note, policy }));
}

/** Throws the faults of every step at once: unknown types, and types that are no steps. */
export async function piecesOf(
  dependencies: Dependencies,
  projectId: string,
  steps: readonly AskedStep[],
): Promise<Pieces> {
  const found = await findPieces(dependencies, projectId, steps);
  if ('faults' in found) throw problems.inputInvalid(found.faults);
  return found;
}

/** The pieces, or every fault of the steps; `path` is where they stand in the input. */
export async function findPieces(
  { types }: Pick<Dependencies, 'types'>,
  projectId: string,
  steps: readonly AskedStep[],
  path = 'steps',
): Promise<Pieces | { readonly faults: readonly Fault[] }> {
  const all = await types.list(projectId, 'all');
  const byCode = new Map(all.map((type) => [type.code, type]));
  const faults = steps.flatMap((step, index) =>
    faultsOfStep(step, byCode.get(step.type), `${path}[${index}].type`),
  );
  if (faults.length > 0) return { faults };
  const closing = all.find(({ series }) => series === 'closing');
  if (closing?.gate == null) throw new Error('no type closes a group');
  return {
    // The final approval is the server's: naming it where it belongs anyway is no fault.
    pieces: steps
      .filter(({ type }) => byCode.get(type)?.series !== 'closing')
      .map((step) => pieceOf(step, byCode)),
    closing: { type: closing.code, gate: closing.gate },
    types: new Map(
      all.map(({ code, id, version }) => [code, { typeId: id, typeVersion: version }]),
    ),
  };
}

const NO_STEPS: readonly string[] = ['root', 'memo', 'conversation', 'plan'];

/** A step that is there already stays, though its type is no longer taken for new ones. */
function faultsOfStep({ id }: AskedStep, type: TypeDefinition | undefined, path: string): Fault[] {
  if (type === undefined || !(type.active || id !== undefined)) {
    return [{ path, code: 'type_unknown', params: {} }];
  }
  return NO_STEPS.includes(type.series) ? [{ path, code: 'type_not_a_step', params: {} }] : [];
}

function pieceOf(step: AskedStep, byCode: ReadonlyMap<string, TypeDefinition>): Piece {
  const type = required(byCode.get(step.type), step.type);
  const own = step.gate;
  const gate = required(type.gate, `the gate of ${type.code}`);
  const report = type.reportType === null ? undefined : byCode.get(type.reportType);
  return {
    id: step.id,
    type: type.code,
    series: type.series,
    gate: step.policy ?? (own === undefined ? gate : { ...gate, ...gateOf(own) }),
    gateIsOwn: own !== undefined,
    note: step.note,
    assignee: step.assignee,
    ...(report?.gate ? { report: { type: report.code, gate: report.gate } } : {}),
  };
}

/** Members left out stay as the type has them. */
function gateOf(own: NonNullable<StepInput['gate']>): Partial<GatePolicy> & Pick<GatePolicy, 'by'> {
  return {
    by: own.by,
    ...(own.approvals === undefined ? {} : { approvals: own.approvals }),
    ...(own.roles === undefined ? {} : { roles: own.roles }),
    ...(own.checks === undefined ? {} : { checks: own.checks }),
    ...(own.unattended === undefined ? {} : { unattended: own.unattended }),
    ...(own.due_hours === undefined ? {} : { dueHours: own.due_hours }),
    ...(own.stand_in === undefined ? {} : { standIn: own.stand_in }),
  };
}

function required<T>(value: T | null | undefined, what: string): T {
  if (value == null) throw new Error(`${what} is missing`);
  return value;
}
