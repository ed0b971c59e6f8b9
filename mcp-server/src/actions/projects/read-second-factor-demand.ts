/** Whether a project asks its people for a second factor, and who has none yet. */
import { SecondFactorDemandView } from '../../contracts/accounts-admin.ts';
import { ProjectInput } from '../../contracts/projects.ts';
import { problems } from '../../problems.ts';
import { isSecondFactorDemanded } from '../../store/people/second-factor-demands.ts';
import { listMembers as listRows } from '../../store/projects/members.ts';
import { findProject } from '../../store/projects/projects.ts';
import { action } from '../action.ts';

const MEMBERS_LOOKED_AT = 1_000;

export const readSecondFactorDemand = action({
  name: 'read_second_factor_demand',
  input: ProjectInput,
  output: SecondFactorDemandView,
  permission: 'project.change',
  place: ({ project }) => ({ projectId: project }),
  async run({ database }, _call, { project }) {
    if ((await findProject(database.reader, project)) === null) throw problems.notFound();
    const members = await listRows(database.reader, project, MEMBERS_LOOKED_AT);
    const without = members.filter(({ person }) => person.secondFactorSince === null);
    return {
      required: await isSecondFactorDemanded(database.reader, project),
      members_without: without.map(({ person }) => person.displayName),
    };
  },
});
