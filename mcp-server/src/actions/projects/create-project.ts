/** An admin begins a project and is its first maintainer. */
import { isUniqueViolation } from '@flowgate/database';
import { CreateProjectInput, ProjectChangedView } from '../../contracts/projects.ts';
import type { Caller } from '../../identity/caller.ts';
import { faultAt } from '../../problems.ts';
import { appendEvents, INSTALLATION_LOG } from '../../store/events/append-events.ts';
import { openLog } from '../../store/events/open-log.ts';
import { insertMembership } from '../../store/projects/members.ts';
import { insertProject } from '../../store/projects/projects.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { projectView } from './project-view.ts';

export const createProject = action({
  name: 'create_project',
  input: CreateProjectInput,
  output: ProjectChangedView,
  permission: 'project.create',
  place: () => ({}),
  async run({ database, clock }, call, input) {
    const { slug } = input;
    // The installation's own events stand in the same table, under this name.
    if (slug === INSTALLATION_LOG) throw faultAt('slug', 'taken');
    const now = clock.now();
    const row = await database
      .inTransaction(async (transaction) => {
        const project = await insertProject(transaction, {
          id: slug,
          title: input.title,
          language: input.language ?? 'en',
          fourEyes: input.four_eyes ?? false,
          unattended: input.unattended ?? true,
          createdAt: now,
        });
        await openLog(transaction, slug);
        if (call.caller.kind === 'person') {
          await insertMembership(transaction, {
            projectId: slug,
            personId: call.caller.id,
            role: 'maintainer',
            createdAt: now,
          });
        }
        await appendEvents(transaction, {
          projectId: slug,
          groupId: null,
          actor: actorOf(call.caller),
          at: now,
          events: [{ kind: 'project.created' }],
        });
        return project;
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? faultAt('slug', 'taken') : error;
      });
    return { project: projectView(row, asMaintainer(call.caller, slug)) };
  },
});

/** The caller's roles were read before they became a member. */
function asMaintainer(caller: Caller, slug: string): Caller {
  if (caller.kind !== 'person') return caller;
  return { ...caller, roles: new Map([...caller.roles, [slug, 'maintainer']]) };
}
