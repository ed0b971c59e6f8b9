/** What an approval that counts does: it is noted, and once there are enough of them the gate opens. */
import { apply } from './apply.ts';
import { conclude } from './consequences.ts';
import type { DocumentFacts, GroupFacts } from './facts.ts';
import { voidHeld } from './held.ts';
import { approvalsHave, approvalsNeeded, gateIsOpen } from './judging.ts';
import type { Allowed, Change, GateEvent, VerdictGiver } from './ruling.ts';
import { documentOf } from './sequence.ts';
import { liftAfterApproval, liftSettled } from './staleness.ts';
import { endStepTokens } from './tokens.ts';

/** The record of one approval of the latest revision. */
export function noted(document: DocumentFacts, by: VerdictGiver, ownWork: boolean): Change {
  const { id: documentId, revision } = document;
  return {
    kind: 'verdict_recorded',
    documentId,
    revision,
    verb: 'approve',
    counts: true,
    ownWork,
    by,
  };
}

/**
 * Notes an approval, and opens the gate where it was the last one needed: the document is approved, its step tokens end,
 * verdicts still held on it lapse, marks are lifted, and the group is completed by the final one.
 */
export function approved(
  group: GroupFacts,
  document: DocumentFacts,
  giver: VerdictGiver,
  record: Change,
): Allowed {
  const own = voidHeld(
    { ...document, held: document.held.filter(({ personId }) => personId === giver.id) },
    giver.id,
  );
  const given = [record, ...own.changes];
  const current = documentOf(apply(group, given), document.id);
  if (current === null || !gateIsOpen(current)) {
    return conclude(group, given, [
      approvalEvent('document.approval_given', document, giver, current),
    ]);
  }
  const more = opening(apply(group, given), current, giver);
  return conclude(group, [...given, ...more.changes], more.events);
}

function opening(
  group: GroupFacts,
  document: DocumentFacts,
  giver: VerdictGiver,
): { readonly changes: readonly Change[]; readonly events: readonly GateEvent[] } {
  const { id: documentId, state, openReasonIds: reasonIds, series } = document;
  const held = voidHeld(document, giver.id);
  const changes: Change[] = [{ kind: 'document_moved', documentId, from: state, to: 'approved' }];
  const events: GateEvent[] = [approvalEvent('document.approved', document, giver, document)];
  // Reasons still open here are those of a reopening: every later revision has to answer them before it gets this far.
  if (reasonIds.length > 0) changes.push({ kind: 'reasons_set_aside', documentId, reasonIds });
  changes.push(...held.changes, ...endStepTokens(group, document));
  changes.push(...liftSettled(group, document), ...liftAfterApproval(group, document));
  events.push(...held.events);
  if (series === 'plan') changes.push({ kind: 'plan_due', documentId });
  if (series === 'closing') {
    changes.push({ kind: 'group_moved', from: group.state, to: 'completed' });
    events.push({ kind: 'group.completed', documentId });
  }
  return { changes, events };
}

function approvalEvent(
  kind: 'document.approval_given' | 'document.approved',
  document: DocumentFacts,
  giver: VerdictGiver,
  current: DocumentFacts | null,
): GateEvent {
  const { id: documentId, stepId, revision, gate } = document;
  const details = {
    revision,
    policy: giver.kind === 'policy' ? giver.id : null,
    have: current === null ? 0 : approvalsHave(current),
    need: gate === null ? 0 : approvalsNeeded(gate),
  };
  return { kind, documentId, stepId: stepId ?? undefined, details };
}
