/** The presets a group's steps can be taken from. */
import { ListTypesInput, PresetListView } from '../../contracts/projects.ts';
import { EVERY_PROJECT } from '../../store/types/type-catalogue.ts';
import { action } from '../action.ts';
import { placeInReach, projectInReach } from './place-in-reach.ts';

export const listPresets = action({
  name: 'list_presets',
  input: ListTypesInput,
  output: PresetListView,
  permission: 'project.read',
  place: ({ project }, call) => placeInReach(project, call),
  async run({ types }, call, { project }) {
    const { language } = call.say;
    const presets = await types.presets(projectInReach(project, call));
    return {
      presets: presets.map(
        ({ scope, code, builtIn, names, descriptions, steps: [root, ...steps] }) => ({
          code,
          project: scope === EVERY_PROJECT ? null : scope,
          built_in: builtIn,
          name: names[language],
          description: descriptions[language],
          root: root?.type ?? '',
          steps: steps.map(({ type }) => type),
        }),
      ),
    };
  },
});
