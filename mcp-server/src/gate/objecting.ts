/** What a negative verdict that counts does. One decides, whatever approvals there are. */
import { conclude, runEvent } from './consequences.ts';
import type { DocumentFacts, GroupFacts } from './facts.ts';
import { voidHeld } from './held.ts';
import type { Allowed, Change, GateEvent, VerdictGiver } from './ruling.ts';
import { standing, wrote } from './runs.ts';
import { endStepTokens, rearmStepTokens } from './tokens.ts';

export interface Objection {
  readonly verb: 'request_revision' | 'reject';
  readonly reasonIds: readonly string[];
  readonly giver: VerdictGiver;
  readonly ownWork: boolean;
}

const OUTCOME = {
  request_revision: { state: 'revision_requested', event: 'document.revision_requested' },
  reject: { state: 'rejected', event: 'document.rejected' },
} as const;

/**
 * *Fix this* re-arms the step token that wrote it. *Stop* ends the step's tokens and the run that wrote it; other
 * tokens are untouched, and a person decides what happens next.
 */
export function sentBack(
  group: GroupFacts,
  document: DocumentFacts,
  { verb, reasonIds, giver, ownWork }: Objection,
): Allowed {
  const { id: documentId, revision, state: from, stepId } = document;
  const { state: to, event } = OUTCOME[verb];
  const held = voidHeld(document, giver.id);
  const changes: Change[] = [
    { kind: 'verdict_recorded', documentId, revision, verb, counts: true, ownWork, by: giver },
    { kind: 'reasons_opened', documentId, revision, reasonIds },
    ...voidApprovals(document),
    ...held.changes,
    { kind: 'document_moved', documentId, from, to },
  ];
  const policy = giver.kind === 'policy' ? giver.id : null;
  const details = { revision, reasons: reasonIds.length, policy };
  const events: GateEvent[] = [
    { kind: event, documentId, stepId: stepId ?? undefined, details },
    ...held.events,
  ];
  if (verb === 'request_revision') {
    return conclude(group, [...changes, ...rearmStepTokens(group, document)], events);
  }
  const ended = endAuthorsRun(group, document);
  return conclude(
    group,
    [...changes, ...endStepTokens(group, document), ...ended.changes],
    [...events, ...ended.events],
  );
}

/** Approvals of a body that is sent back, replaced or reopened count no more. */
export function voidApprovals({ id, approvals }: DocumentFacts): readonly Change[] {
  return approvals.length === 0 ? [] : [{ kind: 'approvals_voided', documentId: id }];
}

function endAuthorsRun(
  group: GroupFacts,
  document: DocumentFacts,
): { readonly changes: readonly Change[]; readonly events: readonly GateEvent[] } {
  const runs = group.runs.filter((run) => run.state !== 'ended' && wrote(run, document));
  const after = standing('rejected');
  return {
    changes: runs.map(({ id }) => ({ kind: 'run_moved', runId: id, ...after })),
    events: runs.flatMap((run) => runEvent(run, after)),
  };
}
