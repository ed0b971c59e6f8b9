/** What becomes of somebody's open groups when their place in the project changes. */
import type { Transaction } from '@flowgate/database';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { Caller } from '../../identity/caller.ts';
import {
  listGroupsAwaitingJudges,
  listOpenGroupsOf,
  passOwnership,
} from '../../store/groups/owned-groups.ts';
import { findFirstMaintainer } from '../../store/projects/members.ts';
import { refreshAttention } from '../refresh-attention.ts';

/** Who takes over: the maintainer who lets them go, else the one who has been there longest. */
export async function successorOf(
  transaction: Transaction,
  caller: Caller,
  projectId: string,
): Promise<string | null> {
  const first = await findFirstMaintainer(transaction, projectId);
  const theirs = caller.kind === 'person' && caller.roles.get(projectId) === 'maintainer';
  if (!theirs) return first;
  // One who lets themselves go is no member any more.
  return (await findFirstMaintainer(transaction, projectId, caller.id)) ?? first;
}

/** Passes the groups on where there is a successor, and asks in each whoever is now to be asked. */
export async function followOwner(
  dependencies: Dependencies,
  call: Call,
  projectId: string,
  ownerId: string,
  successorId: string | null,
): Promise<void> {
  const { database } = dependencies;
  const groups = await listOpenGroupsOf(database.reader, projectId, ownerId);
  for (const groupId of groups) {
    if (successorId !== null) {
      await database.inTransaction((transaction) =>
        passOwnership(transaction, groupId, ownerId, successorId),
      );
    }
    await refreshAttention(dependencies, call, groupId);
  }
}

/** Judges have come or gone: a gate that nobody can open any more is a matter for the maintainers, and one that opens again isn't. */
export async function askWhoIsLeft(
  dependencies: Dependencies,
  call: Call,
  projectId: string,
): Promise<void> {
  const groups = await listGroupsAwaitingJudges(dependencies.database.reader, projectId);
  for (const groupId of groups) await refreshAttention(dependencies, call, groupId);
}
