/** A work plan made into a sequence: the steps it proposes, arranged as a person's would be, but never with gates of its own. */
import type { StepInput } from '../../contracts/groups.ts';
import type { Dependencies } from '../../dependencies.ts';
import { arrangeSequence } from '../../gate/arrange.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import type { Ruling } from '../../gate/ruling.ts';
import type { Fault } from '../../problems.ts';
import { listJudges } from '../../store/projects/judges.ts';
import { arrangementFor } from './arrange-sequence.ts';
import { findPieces, type Pieces } from './pieces-of.ts';

/** Where a plan's steps stand among its fields. */
const FIELD = 'steps';

type Fields = Readonly<Record<string, unknown>>;

export interface ArrangedPlan {
  /** Steps that no sequence can have; without any there is a ruling. */
  readonly faults: readonly Fault[];
  readonly ruling: Ruling | null;
  readonly types: Pieces['types'];
}

/** Whether the sequence could be this plan's now. Whoever approves it arranges; `version` is the one it was written for. */
export async function arrangePlan(
  dependencies: Pick<Dependencies, 'database' | 'types' | 'newId'>,
  facts: GroupFacts,
  fields: Fields,
  version: number,
): Promise<ArrangedPlan> {
  const { projectId } = facts;
  const path = `fields.${FIELD}`;
  const found = await findPieces(dependencies, projectId, plannedSteps(fields), path);
  if ('faults' in found) return { faults: found.faults, ruling: null, types: new Map() };
  const judges = await listJudges(dependencies.database.reader, projectId);
  const by = { mayArrange: true, maySetGates: false };
  const arrangement = arrangementFor(dependencies, judges, found, version, by);
  return { faults: [], ruling: arrangeSequence(facts, arrangement), types: found.types };
}

/** A gate in a plan, whatever it says: only maintainers set them, and in the sequence itself. */
export function setsGates(fields: Fields): boolean {
  return entriesOf(fields).some((step) => 'gate' in step);
}

/** The steps as far as they are well formed; what isn't, the type's schema has said. */
function plannedSteps(fields: Fields): StepInput[] {
  return entriesOf(fields).flatMap(({ id, type, note }) =>
    typeof type === 'string'
      ? [
          {
            type,
            ...(typeof id === 'string' ? { id } : {}),
            ...(typeof note === 'string' ? { note } : {}),
          },
        ]
      : [],
  );
}

function entriesOf(fields: Fields): Record<string, unknown>[] {
  const steps = fields[FIELD];
  if (!Array.isArray(steps)) return [];
  return steps.filter(
    (step): step is Record<string, unknown> => step !== null && typeof step === 'object',
  );
}
