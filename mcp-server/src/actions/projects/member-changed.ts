/** The event of somebody's becoming, changing or ceasing to be a member; `successorId` takes over what they own. */
import type { GateEvent } from '../../gate/ruling.ts';
import type { Role } from '../../gate/vocabulary.ts';

export function memberChanged(
  person: { readonly id: string; readonly username: string },
  from: Role | null,
  to: Role | null,
  successorId: string | null = null,
): GateEvent {
  const { id, username } = person;
  const passed = successorId === null ? {} : { groups_pass_to: successorId };
  return { kind: 'member.changed', details: { person: id, username, from, to, ...passed } };
}
