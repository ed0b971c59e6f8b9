/** Changes a preset. Sequences that were taken from it stay as they are. */
import {
  type UpdatePresetInput as Input,
  PresetReadView,
  UpdatePresetInput,
} from '../../contracts/presets.ts';
import { problems } from '../../problems.ts';
import {
  listPresetRecords,
  listTypeRecords,
  type PresetRecord,
  rewritePreset,
} from '../../store/types/definition-rows.ts';
import { stepsOf } from '../../store/types/stored-content.ts';
import { EVERY_PROJECT } from '../../store/types/type-catalogue.ts';
import { action } from '../action.ts';
import {
  changeDefinitions,
  placeOfScope,
  requireSeen,
  scopeOf,
} from '../types/change-definitions.ts';
import { presetDefinitionView } from './preset-definition-view.ts';
import { presetSteps, stepsOfInput } from './preset-steps.ts';

export const updatePreset = action({
  name: 'update_preset',
  input: UpdatePresetInput,
  output: PresetReadView,
  permission: 'preset.manage',
  place: placeOfScope,
  run: (dependencies, call, input) =>
    changeDefinitions(dependencies, call, input.project, async ({ transaction }) => {
      const scope = scopeOf(input.project);
      const own = await listPresetRecords(transaction, [scope]);
      const before = own.find(({ code }) => code === input.code);
      if (before === undefined) throw problems.notFound();
      requireSeen(before, input.version);
      const { names, descriptions, steps } = before.stored;
      const types = await listTypeRecords(transaction, [EVERY_PROJECT, scope]);
      const after: PresetRecord = {
        ...before,
        sortOrder: input.sort_order ?? before.sortOrder,
        stored: {
          names: input.names ?? names,
          descriptions: input.descriptions ?? descriptions,
          steps:
            input.steps === undefined && input.root === undefined
              ? steps
              : await presetSteps(transaction, scope, wantedOf(before, input), types),
        },
      };
      await rewritePreset(transaction, after);
      const version = before.version + 1;
      return {
        event: { kind: 'preset.changed', details: { code: input.code, version } },
        answer: { preset: presetDefinitionView({ ...after, version }) },
      };
    }),
});

/** What isn't named stays. */
function wantedOf({ stored }: PresetRecord, { root, steps }: Input) {
  const [first, ...rest] = stepsOf(stored);
  return {
    root: root ?? first?.type ?? '',
    steps: steps === undefined ? rest : stepsOfInput(steps),
  };
}
