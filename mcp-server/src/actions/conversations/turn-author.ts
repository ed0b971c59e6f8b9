/** Who writes a turn, as the gate looks at them. */
import type { TurnAuthor } from '../../gate/conversing.ts';
import type { Caller } from '../../identity/caller.ts';
import { roleReaches } from '../../identity/permissions.ts';
import { gatePerson } from '../gate-callers.ts';

/** Throws `not_permitted` for whoever is neither a person nor an agent. */
export function turnAuthor(caller: Caller, projectId: string): TurnAuthor {
  if (caller.kind !== 'agent') return gatePerson(caller, projectId);
  const { token, issuerRole } = caller;
  return { kind: 'token', token, issuerMayWrite: roleReaches(issuerRole, 'author') };
}
