/** Which projects a list may draw from. */
import type { Caller } from '../identity/caller.ts';
import { can } from '../identity/permissions.ts';

/**
 * Null: all of them (an installation's admin). `only` narrows to one project; empty when that one is not theirs to read.
 */
export function readableProjects(caller: Caller, only?: string): readonly string[] | null {
  if (only !== undefined) {
    return can(caller, 'project.read', { projectId: only }) ? [only] : [];
  }
  if (caller.kind === 'system') return null;
  if (caller.kind === 'agent') return [caller.token.projectId];
  if (caller.kind !== 'person') return [];
  return caller.isAdmin ? null : [...caller.roles.keys()];
}
