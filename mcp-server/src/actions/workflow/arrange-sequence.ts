/** Decides a sequence, or edits its pending part, under the version the caller saw. */
import {
  ArrangeSequenceInput,
  SequenceArrangedView,
  type StepInput,
} from '../../contracts/groups.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { arrangeSequence as arrange } from '../../gate/arrange.ts';
import type { Arrangement } from '../../gate/commands.ts';
import { can } from '../../identity/permissions.ts';
import { type Fault, faultAt, problems } from '../../problems.ts';
import { countJudges, findStandIn, type Judges, listJudges } from '../../store/projects/judges.ts';
import { action } from '../action.ts';
import { changeGroup, requireAllowed } from '../change-group.ts';
import { observedFor } from '../evidence/observed-in.ts';
import { placeOfGroup } from '../places.ts';
import { type Pieces, piecesOf, stepsOfPreset } from './pieces-of.ts';
import { notesOf, sequenceView } from './sequence-view.ts';

export const arrangeSequence = action({
  name: 'arrange_sequence',
  input: ArrangeSequenceInput,
  output: SequenceArrangedView,
  permission: 'sequence.arrange',
  place: ({ group_id }) => placeOfGroup(group_id),
  run: async (dependencies, call, { group_id: groupId, version, preset, steps }) => {
    if ((preset === undefined) === (steps === undefined)) {
      throw faultAt('steps', 'combination', { kind: 'sequence', allowed: 'preset, steps' });
    }
    const { projectId = '' } = placeOfGroup(groupId);
    const asked =
      preset === undefined ? (steps ?? []) : await stepsOfPreset(dependencies, projectId, preset);
    const pieces = await piecesOf(dependencies, projectId, asked);
    await requireStandIns(dependencies, projectId, asked);
    const judges = await listJudges(dependencies.database.reader, projectId);
    const observed = await observedFor(dependencies, projectId, pieces.pieces);
    return changeGroup(dependencies, call, groupId, {}, ({ record, facts }) => {
      const ruling = requireAllowed(
        arrange(facts, {
          ...arrangementOf(dependencies, call, { projectId, judges }, pieces, version),
          observed,
        }),
      );
      const arranged = ruling.changes.find((change) => change.kind === 'steps_arranged');
      const notes = notesOf(record);
      for (const { id, note } of arranged?.steps ?? []) if (note !== undefined) notes.set(id, note);
      return {
        ...ruling,
        texts: { types: pieces.types },
        answer: ({ after }) => ({
          sequence: sequenceView(after, notes),
        }),
      };
    });
  },
});

/** Throws `person_unknown` for a stand-in who may not judge here. */
export async function requireStandIns(
  { database: { reader } }: Dependencies,
  projectId: string,
  steps: readonly StepInput[],
): Promise<void> {
  const faults: Fault[] = [];
  for (const [index, { gate }] of steps.entries()) {
    if (gate?.stand_in === undefined) continue;
    if ((await findStandIn(reader, projectId, gate.stand_in)) !== null) continue;
    faults.push({ path: `steps[${index}].gate.stand_in`, code: 'person_unknown', params: {} });
  }
  if (faults.length > 0) throw problems.inputInvalid(faults);
}

/** By what the caller may do. */
export function arrangementOf(
  dependencies: Dependencies,
  { caller }: Call,
  { projectId, judges }: { readonly projectId: string; readonly judges: Judges },
  pieces: Pieces,
  version: number,
): Arrangement {
  return arrangementFor(dependencies, judges, pieces, version, {
    mayArrange: can(caller, 'sequence.arrange', { projectId }),
    maySetGates: can(caller, 'gate.set', { projectId }),
  });
}

export function arrangementFor(
  { newId }: Pick<Dependencies, 'newId'>,
  judges: Judges,
  { pieces, closing }: Pieces,
  version: number,
  by: Arrangement['by'],
): Arrangement {
  return {
    version,
    pieces,
    closing,
    by,
    judges: countJudges(judges),
    newId,
  };
}
