/** The document types of a project, or of the installation. */
import { ListTypesInput, TypeListView } from '../../contracts/projects.ts';
import { action } from '../action.ts';
import { placeInReach, projectInReach } from './place-in-reach.ts';
import { typeView } from './type-view.ts';

export const listTypes = action({
  name: 'list_types',
  input: ListTypesInput,
  output: TypeListView,
  permission: 'project.read',
  place: ({ project }, call) => placeInReach(project, call),
  async run({ types }, call, { project }) {
    const all = await types.list(projectInReach(project, call));
    return {
      types: all.map((type) => typeView(type, call.say.language, call.caller.kind === 'person')),
    };
  },
});
