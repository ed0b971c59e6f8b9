/** Who belongs to a project. */
import { MemberListView, ProjectInput } from '../../contracts/projects.ts';
import type { Role } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { listMembers as listRows } from '../../store/projects/members.ts';
import { findProject } from '../../store/projects/projects.ts';
import { action } from '../action.ts';

/** A project with more members needs a search, not a longer list. */
export const MEMBERS_MAX = 1_000;

export const listMembers = action({
  name: 'list_members',
  input: ProjectInput,
  output: MemberListView,
  permission: 'project.read',
  place: ({ project }) => ({ projectId: project }),
  async run({ database }, _call, { project }) {
    if ((await findProject(database.reader, project)) === null) throw problems.notFound();
    const rows = await listRows(database.reader, project, MEMBERS_MAX);
    return {
      members: rows.map(({ person, role }) => ({
        id: person.id,
        username: person.username,
        display_name: person.displayName,
        role: role as Role,
      })),
    };
  },
});
