/** The log of the installation, for what belongs to no project. */
import type { Transaction } from '@flowgate/database';
import type { GateEvent } from '../../gate/ruling.ts';
import { type Actor, appendEvents, INSTALLATION_LOG } from '../../store/events/append-events.ts';

/** Last in the transaction: it holds the row that orders the log. */
export function logInInstallation(
  transaction: Transaction,
  actor: Actor,
  at: Date,
  events: readonly GateEvent[],
): Promise<unknown> {
  return appendEvents(transaction, {
    projectId: INSTALLATION_LOG,
    groupId: null,
    actor,
    at,
    events,
  });
}
