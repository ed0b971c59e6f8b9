/** Which projects a list may draw from. */
import type { Caller } from '../identity/caller.ts';
import { authorise } from '../identity/permissions.ts';

/** The condition every list carries. Throws `not_found` for a project named that isn't theirs to read. */
export function inReadableProjects(
  caller: Caller,
  only?: string,
): { projectId?: string | { in: string[] } } {
  if (only !== undefined) {
    authorise(caller, 'project.read', { projectId: only });
    return { projectId: only };
  }
  if (caller.kind === 'agent') return { projectId: caller.token.projectId };
  if (caller.kind !== 'person') return { projectId: { in: [] } };
  // An installation's admin reads all of them.
  return caller.isAdmin ? {} : { projectId: { in: [...caller.roles.keys()] } };
}
