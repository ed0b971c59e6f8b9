/** One project, its settings and its standing instructions. */
import { ProjectChangedView, ProjectInput } from '../../contracts/projects.ts';
import { problems } from '../../problems.ts';
import { findProject } from '../../store/projects/projects.ts';
import { action } from '../action.ts';
import { projectView } from './project-view.ts';

export const readProject = action({
  name: 'read_project',
  input: ProjectInput,
  output: ProjectChangedView,
  permission: 'project.read',
  place: ({ project }) => ({ projectId: project }),
  async run({ database }, call, input) {
    const row = await findProject(database.reader, input.project);
    if (row === null) throw problems.notFound();
    return { project: projectView(row, call.caller) };
  },
});
