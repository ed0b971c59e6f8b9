/** A preset whole: the project's own of that code, else the installation's. */
import { PresetPlaceInput, PresetReadView } from '../../contracts/presets.ts';
import { problems } from '../../problems.ts';
import { listPresetRecords } from '../../store/types/definition-rows.ts';
import { EVERY_PROJECT } from '../../store/types/type-catalogue.ts';
import { action } from '../action.ts';
import { placeInReach, projectInReach } from '../projects/place-in-reach.ts';
import { presetDefinitionView } from './preset-definition-view.ts';

export const readPreset = action({
  name: 'read_preset',
  input: PresetPlaceInput,
  output: PresetReadView,
  permission: 'project.read',
  place: ({ project }, call) => placeInReach(project, call),
  async run({ database: { reader } }, call, { project, code }) {
    const scope = projectInReach(project, call);
    const scopes = scope === null ? [EVERY_PROJECT] : [EVERY_PROJECT, scope];
    const found = (await listPresetRecords(reader, scopes)).filter((one) => one.code === code);
    const preset = found.find((one) => one.scope !== EVERY_PROJECT) ?? found[0];
    if (preset === undefined) throw problems.notFound();
    return { preset: presetDefinitionView(preset) };
  },
});
