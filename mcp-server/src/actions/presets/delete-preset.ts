/** Takes a preset away. Nothing rests on it: sequences were copied from it. */
import { DeletePresetInput } from '../../contracts/presets.ts';
import { DoneView } from '../../contracts/primitives.ts';
import { problems } from '../../problems.ts';
import { deletePreset as deleteRow, listPresetRecords } from '../../store/types/definition-rows.ts';
import { action } from '../action.ts';
import {
  changeDefinitions,
  placeOfScope,
  refused,
  requireSeen,
  scopeOf,
} from '../types/change-definitions.ts';

export const deletePreset = action({
  name: 'delete_preset',
  input: DeletePresetInput,
  output: DoneView,
  permission: 'preset.manage',
  place: placeOfScope,
  run: (dependencies, call, { project, code, version }) =>
    changeDefinitions(dependencies, call, project, async ({ transaction }) => {
      const own = await listPresetRecords(transaction, [scopeOf(project)]);
      const preset = own.find((candidate) => candidate.code === code);
      if (preset === undefined) throw problems.notFound();
      if (version !== undefined) requireSeen(preset, version);
      if (preset.builtIn) throw refused('built_in_kept', { code });
      await deleteRow(transaction, preset.id);
      return { event: { kind: 'preset.removed', details: { code } }, answer: { done: true } };
    }),
});
