/** A maintainer adds a preset to their project, or an admin one to all. */
import { CreatePresetInput, PresetReadView } from '../../contracts/presets.ts';
import { PRESETS_PER_SCOPE_MAX } from '../../gate/limits.ts';
import { faultAt } from '../../problems.ts';
import {
  insertPreset,
  listPresetRecords,
  listTypeRecords,
} from '../../store/types/definition-rows.ts';
import { EVERY_PROJECT } from '../../store/types/type-catalogue.ts';
import { action } from '../action.ts';
import { changeDefinitions, placeOfScope, refused, scopeOf } from '../types/change-definitions.ts';
import { presetDefinitionView } from './preset-definition-view.ts';
import { presetSteps, stepsOfInput } from './preset-steps.ts';

/** Behind the shipped ones. */
const SORT_ORDER_OF_OWN = 500;

export const createPreset = action({
  name: 'create_preset',
  input: CreatePresetInput,
  output: PresetReadView,
  permission: 'preset.manage',
  place: placeOfScope,
  run: (dependencies, call, input) =>
    changeDefinitions(dependencies, call, input.project, async ({ transaction, now }) => {
      const scope = scopeOf(input.project);
      const own = await listPresetRecords(transaction, [scope]);
      if (own.some(({ code }) => code === input.code)) throw faultAt('code', 'taken');
      const max = PRESETS_PER_SCOPE_MAX;
      if (own.length >= max) throw refused('too_many_definitions', { max });
      const types = await listTypeRecords(transaction, [EVERY_PROJECT, scope]);
      const steps = await presetSteps(
        transaction,
        scope,
        { root: input.root, steps: stepsOfInput(input.steps) },
        types,
      );
      const preset = {
        id: dependencies.newId(),
        scope,
        code: input.code,
        sortOrder: input.sort_order ?? SORT_ORDER_OF_OWN,
        stored: { names: input.names, descriptions: input.descriptions, steps },
      };
      await insertPreset(transaction, preset, now);
      return {
        event: { kind: 'preset.added', details: { code: input.code } },
        answer: { preset: presetDefinitionView({ ...preset, builtIn: false, version: 1 }) },
      };
    }),
});
