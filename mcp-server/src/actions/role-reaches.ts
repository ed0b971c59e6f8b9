/** Where a person stands in for a role: role queues are computed from this. */
import { ROLES, type Role } from '../gate/vocabulary.ts';
import { roleReaches } from '../identity/permissions.ts';

/** The projects in which a role, or one above it, is held. */
export function reachesOf(
  roles: ReadonlyMap<string, Role>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    ROLES.map((role) => [
      role,
      [...roles].filter(([, held]) => roleReaches(held, role)).map(([projectId]) => projectId),
    ]),
  );
}
