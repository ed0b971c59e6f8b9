/** A maintainer takes somebody into a project, changes their role, or ends their membership. */
import { MemberListView, SetMemberInput } from '../../contracts/projects.ts';
import type { Role } from '../../gate/vocabulary.ts';
import type { Caller } from '../../identity/caller.ts';
import { roleReaches } from '../../identity/permissions.ts';
import { faultAt, problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { findPersonByName } from '../../store/people/people.ts';
import { changeMembership, countOtherMaintainers, findRole } from '../../store/projects/members.ts';
import { lockProject } from '../../store/projects/projects.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { endRunsOfIssuer } from './end-runs-of-issuer.ts';
import { askWhoIsLeft, followOwner, successorOf } from './follow-owner.ts';
import { listMembers } from './list-members.ts';
import { memberChanged } from './member-changed.ts';

export const setMember = action({
  name: 'set_member',
  input: SetMemberInput,
  output: MemberListView,
  permission: 'member.manage',
  place: ({ project }) => ({ projectId: project }),
  async run(dependencies, call, { project, username, role }) {
    const { database, clock, announcer } = dependencies;
    const person = await findPersonByName(database.reader, username);
    if (person === null || person.deactivatedAt !== null) {
      throw faultAt('username', 'person_unknown');
    }
    const mine = roleOf(call.caller, project);
    const now = clock.now();
    const done = await database.inTransaction(async (transaction) => {
      if (!(await lockProject(transaction, project))) throw problems.notFound();
      const before = await findRole(transaction, project, person.id);
      if (before === role) return null;
      // Neither to give nor to take away more than one has oneself.
      if (!roleReaches(mine, role ?? 'viewer') || !roleReaches(mine, before ?? 'viewer')) {
        throw problems.notPermitted();
      }
      if (before === 'maintainer') {
        const others = await countOtherMaintainers(transaction, project, person.id);
        if (others === 0) throw problems.lastMaintainer();
      }
      const membership = { projectId: project, personId: person.id };
      await changeMembership(transaction, membership, before, role, now);
      // Whoever is gone can't look after their groups; somebody must, or nobody is asked for anything there.
      const successorId =
        role === null ? await successorOf(transaction, call.caller, project) : null;
      await appendEvents(transaction, {
        projectId: project,
        groupId: null,
        actor: actorOf(call.caller),
        at: now,
        events: [memberChanged(person, before, role, successorId)],
      });
      return { successorId };
    });
    if (done !== null) {
      announcer.announce(project);
      if (!person.isAdmin && !roleReaches(role, 'author')) {
        await endRunsOfIssuer(dependencies, call, project, person.id);
      }
      await followOwner(dependencies, call, project, person.id, done.successorId);
      await askWhoIsLeft(dependencies, call, project);
    }
    return listMembers.run(dependencies, call, { project });
  },
});

/** An installation's admin, and the system, are maintainers everywhere. */
function roleOf(caller: Caller, projectId: string): Role | null {
  if (caller.kind === 'system') return 'maintainer';
  if (caller.kind !== 'person') return null;
  return caller.isAdmin ? 'maintainer' : (caller.roles.get(projectId) ?? null);
}
