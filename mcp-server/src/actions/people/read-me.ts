/** Who I am, where I work, and what I may do there: the one list every page asks. */
import { MeView } from '../../contracts/people.ts';
import { NoInput } from '../../contracts/primitives.ts';
import type { PersonCaller } from '../../identity/caller.ts';
import {
  ALL_INSTALLATION_PERMISSIONS,
  ALL_PROJECT_PERMISSIONS,
  can,
  type ProjectPermission,
} from '../../identity/permissions.ts';
import { problems } from '../../problems.ts';
import { findSessionById } from '../../store/people/sessions.ts';
import { listProjects, PROJECTS_MAX, type ProjectRow } from '../../store/projects/projects.ts';
import { action } from '../action.ts';
import { personView } from './person-view.ts';
import { requirePerson } from './require-person.ts';

export const readMe = action({
  name: 'read_me',
  input: NoInput,
  output: MeView,
  permission: 'account.secure',
  place: () => ({}),
  async run({ database }, call) {
    const caller = requirePerson(call.caller);
    const session = await findSessionById(database.reader, caller.sessionId);
    if (session === null) throw problems.sessionExpired();
    const reach = caller.isAdmin ? null : [...caller.roles.keys()];
    const projects = await listProjects(database.reader, reach, PROJECTS_MAX);
    return {
      user: personView(session.person),
      projects: projects.map((project) => mine(caller, project)),
      permissions: ALL_INSTALLATION_PERMISSIONS.filter((permission) => can(caller, permission)),
      owes: caller.owes,
      withheld: [...caller.withheld],
      signed_in_at: session.createdAt.toISOString(),
    };
  },
});

/** What an archived project still takes; the gate refuses the rest, so no page offers it. */
const IN_ARCHIVED: readonly ProjectPermission[] = [
  'project.read',
  'project.change',
  'member.manage',
  'token.read',
  'audit.read',
];

function mine(caller: PersonCaller, { id, title, archivedAt }: ProjectRow) {
  const place = { projectId: id };
  return {
    slug: id,
    title,
    // An admin is a maintainer everywhere; that they don't judge there is said by the permissions.
    role: caller.roles.get(id) ?? ('maintainer' as const),
    permissions: ALL_PROJECT_PERMISSIONS.filter(
      (permission) =>
        (archivedAt === null || IN_ARCHIVED.includes(permission)) && can(caller, permission, place),
    ),
  };
}
