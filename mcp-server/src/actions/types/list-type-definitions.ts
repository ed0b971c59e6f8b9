/** Every type that a project sees or could have, inactive ones included: for the page where types are written. */
import { ListTypesInput } from '../../contracts/projects.ts';
import { TypeRowListView } from '../../contracts/types.ts';
import { action } from '../action.ts';
import { placeInReach, projectInReach } from '../projects/place-in-reach.ts';
import { projectOf } from './change-definitions.ts';

export const listTypeDefinitions = action({
  name: 'list_type_definitions',
  input: ListTypesInput,
  output: TypeRowListView,
  permission: 'project.read',
  place: ({ project }, call) => placeInReach(project, call),
  async run({ types }, call, { project }) {
    const { language } = call.say;
    const all = await types.list(projectInReach(project, call), 'all');
    return {
      types: all.map((type) => ({
        project: projectOf(type.scope),
        code: type.code,
        name: type.names[language],
        purpose: type.purposes[language],
        series: type.series,
        built_in: type.builtIn,
        active: type.active,
        version: type.version,
        field_count: Object.keys(type.fieldSchema['properties'] ?? {}).length,
      })),
    };
  },
});
