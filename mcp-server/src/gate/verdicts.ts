/** Approve, request_revision and reject on a document that waits in review. */
import { approved, noted } from './approving.ts';
import type { ReviewingToken } from './callers.ts';
import type { VerdictCommand } from './commands.ts';
import type { DocumentFacts, GroupFacts } from './facts.ts';
import { hold } from './held.ts';
import { giverOf, weighApproval, weighObjection } from './judging.ts';
import { AGENT_ROUNDS_MAX } from './limits.ts';
import { sentBack } from './objecting.ts';
import { refuse } from './refusals.ts';
import type { Allowed, GateEvent, Refused, Ruling } from './ruling.ts';
import { isClarifying } from './runs.ts';
import { headOf } from './sequence.ts';
import { insistsOn, openThreads, refuseMore, settleThreads } from './threads.ts';
import type { ReviewStop } from './vocabulary.ts';

/** Rules on a verdict whose revision and state are already found right. */
export function giveVerdict(
  group: GroupFacts,
  document: DocumentFacts,
  command: VerdictCommand,
): Ruling {
  const elsewhere = refuseElsewhere(group, document);
  if (elsewhere !== null) return elsewhere;
  const { threads = [] } = command;
  const full = refuseMore(document, threads);
  if (full !== null) return full;
  if (command.verb !== 'approve') {
    return withThreads(command, object(group, document, command, command.verb));
  }
  // Whoever insists on a point can't approve in the same breath.
  if (threads.some(({ weight }) => weight === 'must')) {
    return refuse('thread_open', { document: document.id });
  }
  return withOwnSettled(document, command, withThreads(command, approve(group, document, command)));
}

function withOwnSettled(document: DocumentFacts, { by }: VerdictCommand, ruling: Ruling): Ruling {
  if (!ruling.allowed || by.kind !== 'token') return ruling;
  const settled = settleThreads(document, by.id);
  return {
    allowed: true,
    changes: [...ruling.changes, ...settled.changes],
    events: [...ruling.events, ...settled.events],
  };
}

/** The comments open with the verdict that falls; a held one keeps them until then. */
function withThreads(command: VerdictCommand, ruling: Ruling): Ruling {
  const { threads = [], documentId, revision } = command;
  if (!ruling.allowed || threads.length === 0) return ruling;
  const given = ruling.changes.find((change) => change.kind === 'verdict_recorded');
  if (given === undefined) return ruling;
  const by = giverOf(command.by);
  const opened = openThreads(documentId, { revision, threads, by, advice: !given.counts });
  return {
    allowed: true,
    changes: [...ruling.changes, ...opened.changes],
    events: [...ruling.events, ...opened.events],
  };
}

/** Verdicts fall on the head's document or on a gated one outside the steps. */
function refuseElsewhere(group: GroupFacts, document: DocumentFacts): Refused | null {
  if (document.stepId === null) return null;
  const head = headOf(group);
  if (head?.id === document.stepId) return null;
  return refuse('not_head', { document: document.id, head: head?.number ?? 0 });
}

function approve(group: GroupFacts, document: DocumentFacts, command: VerdictCommand): Ruling {
  const weight = weighApproval(group, document, command.by);
  if (!weight.allowed) return weight;
  if (!weight.counts) return advised(document, command, weight.ownWork);
  const obstacle = refuseApproval(group, document, command);
  if (obstacle !== null) return obstacle;
  if (command.by.kind === 'person' && command.holdAs !== undefined) {
    return hold(document, { id: command.holdAs, personId: command.by.id, verb: 'approve' });
  }
  const giver = giverOf(command.by);
  const after = noted(document, giver, weight.ownWork);
  return approved(group, document, giver, after);
}

/** What stands in the way of an approval that would count. A negative verdict passes all of it. */
function refuseApproval(
  group: GroupFacts,
  document: DocumentFacts,
  { by }: VerdictCommand,
): Refused | null {
  const giver = giverOf(by);
  const again = document.approvals.some(
    ({ byKind, byId, revision }) =>
      byKind === giver.kind && byId === giver.id && revision === document.revision,
  );
  if (again) return refuse('already_approved_by_you', { document: document.id });
  // An agent that approves what it sent back says that its points are met; a person resolves them one by one.
  if (by.kind === 'person' && insistsOn(document, giver.id))
    return refuse('thread_open', { document: document.id });
  if (isClarifying(group)) return refuse('question_open', { group: group.id });
  if (document.plannedVersion !== null && document.plannedVersion !== group.sequenceVersion) {
    const { plannedVersion: seen } = document;
    return refuse('sequence_changed', { seen, latest: group.sequenceVersion });
  }
  return document.series === 'closing' ? refuseClosing(group) : null;
}

const UNFINISHED = ['in_review', 'revision_requested', 'rejected'];

/** The final approval asks that nothing gated is left open, sent back or stale. */
function refuseClosing(group: GroupFacts): Refused | null {
  const others = group.documents.filter(({ series }) => series !== 'closing');
  const unfinished = others.filter(({ state }) => UNFINISHED.includes(state));
  if (unfinished.length > 0) {
    return refuse('unfinished_documents', { documents: unfinished.map(({ id }) => id).join(' ') });
  }
  const stale = others.filter(({ staleBecause, state }) => {
    return staleBecause.length > 0 && state !== 'withdrawn';
  });
  if (stale.length === 0) return null;
  return refuse('stale_documents', { documents: stale.map(({ id }) => id).join(' ') });
}

function object(
  group: GroupFacts,
  document: DocumentFacts,
  command: VerdictCommand,
  verb: 'request_revision' | 'reject',
): Ruling {
  const weight = weighObjection(group, document, command.by, verb);
  if (!weight.allowed) return weight;
  const reasonIds = command.reasonIds ?? [];
  if (reasonIds.length === 0) return refuse('reason_missing', { document: document.id });
  if (!weight.counts) return advised(document, command, weight.ownWork);
  const stop = command.by.kind === 'token' ? stopOf(command.by) : null;
  if (stop !== null) return stopped(document, command, stop);
  // A rejection is never held: it stops a run, and stopping is immediate.
  if (command.by.kind === 'person' && command.holdAs !== undefined && verb !== 'reject') {
    return hold(document, { id: command.holdAs, personId: command.by.id, verb });
  }
  return sentBack(group, document, {
    ...{ verb, reasonIds, giver: giverOf(command.by), ownWork: weight.ownWork },
  });
}

/** Why agents would send this document back for ever, or null: this verdict is news. */
function stopOf({ past }: ReviewingToken): ReviewStop | null {
  if (past === undefined) return null;
  if (past.sameFindings) return 'same_findings';
  if (past.sameBody) return 'no_change';
  return past.rounds >= AGENT_ROUNDS_MAX ? 'round_limit' : null;
}

/** The verdict that closes the circle is only advice, and so is any of an agent that follows: a person decides. */
function stopped(document: DocumentFacts, command: VerdictCommand, stop: ReviewStop): Ruling {
  const { id: documentId, revision } = document;
  const advice = advised(document, command, false);
  return {
    allowed: true,
    changes: [...advice.changes, { kind: 'review_stopped', documentId, stop }],
    events: [...advice.events, { kind: 'review.stopped', documentId, details: { revision, stop } }],
  };
}

/** Advice is written down and shown to the person who decides; it moves nothing. */
function advised(document: DocumentFacts, command: VerdictCommand, ownWork: boolean): Allowed {
  const { id: documentId, revision } = document;
  const { verb } = command;
  const by = giverOf(command.by);
  const events: GateEvent[] = [
    { kind: 'review.advised', documentId, details: { revision, verb, same_issuer: ownWork } },
  ];
  return {
    allowed: true,
    changes: [{ kind: 'verdict_recorded', documentId, revision, verb, counts: false, ownWork, by }],
    events,
  };
}
