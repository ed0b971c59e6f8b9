/** The presets a group's steps can be taken from. */
import { ListTypesInput, PresetListView } from '../../contracts/projects.ts';
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
      presets: presets.map(({ code, names, descriptions, steps: [root, ...steps] }) => ({
        code,
        name: names[language],
        description: descriptions[language],
        root: root ?? '',
        steps,
      })),
    };
  },
});
