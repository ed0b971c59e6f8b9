/** Reopening: an approved document is judged again, a rejected one gets another try. A reason is always given. */
import type { ReopenCommand } from './commands.ts';
import { conclude } from './consequences.ts';
import type { DocumentFacts, GroupFacts } from './facts.ts';
import { giverOf } from './judging.ts';
import { voidApprovals } from './objecting.ts';
import { refuse } from './refusals.ts';
import type { Change, GateEvent, Ruling } from './ruling.ts';
import { markAfterReopening } from './staleness.ts';
import { rearmStepTokens } from './tokens.ts';
import { nextState } from './transitions.ts';

/**
 * Only people reopen. An approved document goes back into review as it is and what rests on it is marked stale; a
 * rejected one is sent back to its author and marks nothing, for nothing rests on it. The step token that wrote it is
 * re-armed. In a completed group (maintainers only) the group lives again, and its final approval with it.
 */
export function reopen(group: GroupFacts, document: DocumentFacts, command: ReopenCommand): Ruling {
  const { by, reasonIds } = command;
  if (by.kind !== 'person') return refuse('needs_person');
  if (!by.mayJudge && !by.mayMaintain) return refuse('may_not_judge');
  if (reasonIds.length === 0) return refuse('reason_missing', { document: document.id });
  const { id: documentId, revision, state: from, stepId } = document;
  const to = nextState(from, 'reopen');
  if (to === null) return refuse('state_forbids', { state: from, verb: 'reopen' });
  const ownWork = document.issuerId === by.id;
  const given = { verb: 'reopen', counts: true, ownWork, by: giverOf(by) } as const;
  const stale =
    from === 'approved' ? markAfterReopening(group, document) : { changes: [], events: [] };
  const revived = group.state === 'completed' ? revive(group) : { changes: [], events: [] };
  const changes: Change[] = [
    ...revived.changes,
    { kind: 'verdict_recorded', documentId, revision, ...given },
    { kind: 'reasons_opened', documentId, revision, reasonIds },
    ...voidApprovals(document),
    { kind: 'document_moved', documentId, from, to },
    ...rearmStepTokens(group, document),
    ...stale.changes,
  ];
  const details = { revision, from, to, reasons: reasonIds.length };
  const reopened: GateEvent = {
    ...{ kind: 'document.reopened', documentId, stepId: stepId ?? undefined, details },
  };
  return conclude(group, changes, [...revived.events, reopened, ...stale.events]);
}

/** The final approval no longer stands; it is written anew when the head comes back to it. */
function revive(group: GroupFacts): {
  readonly changes: readonly Change[];
  readonly events: readonly GateEvent[];
} {
  const changes: Change[] = [{ kind: 'group_moved', from: group.state, to: 'open' }];
  for (const closing of group.documents) {
    if (closing.series !== 'closing' || closing.state !== 'approved') continue;
    const { id: documentId } = closing;
    changes.push(...voidApprovals(closing));
    changes.push({ kind: 'document_moved', documentId, from: 'approved', to: 'in_review' });
  }
  return { changes, events: [{ kind: 'group.reopened' }] };
}
