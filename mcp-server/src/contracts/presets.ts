/** Presets as maintainers and admins write them: steps with their notes and gates, under a version. */
import { z } from 'zod';
import { NAME_CHARACTERS_MAX, REMARK_CHARACTERS_MAX, STEPS_MAX } from '../gate/limits.ts';
import { PRESET_CODE } from '../gate/vocabulary.ts';
import { GatePolicyInput } from './groups.ts';
import { line, projectSlug, text, typeCode } from './primitives.ts';
import {
  definitionVersion,
  GatePolicyView,
  InLanguagesView,
  inLanguages,
  queriedVersion,
  sortOrder,
} from './types.ts';

const DESCRIPTION_CHARACTERS_MAX = 300;
const presetCode = z.string().max(40).regex(PRESET_CODE);

/** Reports come with their instruction and the final approval is the server's: naming them is no fault. */
export const PresetStepInput = z.strictObject({
  type: typeCode,
  note: text(REMARK_CHARACTERS_MAX).optional(),
  gate: GatePolicyInput.optional(),
});
export type PresetStepInput = z.output<typeof PresetStepInput>;

const content = {
  names: inLanguages(line(NAME_CHARACTERS_MAX)),
  descriptions: inLanguages(line(DESCRIPTION_CHARACTERS_MAX)),
  root: typeCode,
  steps: z.array(PresetStepInput).max(STEPS_MAX),
  sort_order: sortOrder,
};
export const CreatePresetInput = z.strictObject({
  project: projectSlug.optional(),
  code: presetCode,
  ...content,
  sort_order: sortOrder.optional(),
});
export type CreatePresetInput = z.output<typeof CreatePresetInput>;
export const UpdatePresetInput = z.strictObject({
  project: projectSlug.optional(),
  code: presetCode,
  version: definitionVersion,
  ...z.object(content).partial().shape,
});
export type UpdatePresetInput = z.output<typeof UpdatePresetInput>;
export const PresetPlaceInput = z.strictObject({
  project: projectSlug.optional(),
  code: presetCode,
});
export const DeletePresetInput = z.strictObject({
  ...PresetPlaceInput.shape,
  version: queriedVersion.optional(),
});

export const PresetDefinitionView = z.strictObject({
  project: z.string().nullable(),
  code: z.string(),
  built_in: z.boolean(),
  version: z.int(),
  sort_order: z.int(),
  names: InLanguagesView,
  descriptions: InLanguagesView,
  root: z.string(),
  /** After the root; reports and the last AC are in it. */
  steps: z.array(
    z.strictObject({
      type: z.string(),
      note: z.string().nullable(),
      gate: GatePolicyView.nullable(),
    }),
  ),
});
export type PresetDefinitionView = z.infer<typeof PresetDefinitionView>;
export const PresetReadView = z.strictObject({ preset: PresetDefinitionView });
