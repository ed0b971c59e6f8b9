/** The event of somebody's becoming, changing or ceasing to be a member. */
import type { GateEvent } from '../../gate/ruling.ts';
import type { Role } from '../../gate/vocabulary.ts';

export function memberChanged(
  person: { readonly id: string; readonly username: string },
  from: Role | null,
  to: Role | null,
): GateEvent {
  return {
    kind: 'member.changed',
    details: { person: person.id, username: person.username, from, to },
  };
}
