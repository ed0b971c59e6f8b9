/** Which notifications are the caller's to see. */
import type { Caller } from '../../identity/caller.ts';
import type { NotificationReach } from '../../store/notifications/notifications.ts';
import { requirePerson } from '../people/require-person.ts';

export function reachOf(caller: Caller): NotificationReach {
  const { id, isAdmin, roles } = requirePerson(caller);
  return { personId: id, projectIds: isAdmin ? null : [...roles.keys()] };
}
