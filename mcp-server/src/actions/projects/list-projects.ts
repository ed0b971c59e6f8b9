/** The projects a person works in; all of them for an admin. */
import { NoInput } from '../../contracts/primitives.ts';
import { ProjectListView } from '../../contracts/projects.ts';
import { listProjects as listRows, PROJECTS_MAX } from '../../store/projects/projects.ts';
import { action } from '../action.ts';
import { requirePerson } from '../people/require-person.ts';
import { projectView } from './project-view.ts';

export const listProjects = action({
  name: 'list_projects',
  input: NoInput,
  output: ProjectListView,
  permission: 'self.read',
  place: () => ({}),
  async run({ database }, call) {
    const caller = call.caller.kind === 'system' ? null : requirePerson(call.caller);
    const reach = caller === null || caller.isAdmin ? null : [...caller.roles.keys()];
    const rows = await listRows(database.reader, reach, PROJECTS_MAX);
    return { projects: rows.map((row) => projectView(row, call.caller)) };
  },
});
