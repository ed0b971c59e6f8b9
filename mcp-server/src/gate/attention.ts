/** Who must act now, on what, and why: a pure function of the facts, so that queue, badge and notice can't disagree. */
import { isAwaitingChecks } from './checks.ts';
import type { DocumentFacts, GroupFacts, QuestionFacts, RunFacts, StepFacts } from './facts.ts';
import { agentsDecide, approvalsHave, approvalsNeeded } from './judging.ts';
import type { AttentionFacts } from './ruling.ts';
import { isClarifying } from './runs.ts';
import { canBeMet } from './satisfying.ts';
import { documentAt, headOf, isClosing } from './sequence.ts';
import { openPredecessor } from './staleness.ts';
import { waitsOnAuthor } from './threads.ts';
import type { AttentionReason } from './vocabulary.ts';
import { writersAt } from './writers.ts';

/**
 * The rows of an open group; a closed one has none. Never empty while work is open: where nobody else can act, the owner
 * can. While a blocking question is open the head waits for its answer and for nobody else.
 */
export function attentionOf(group: GroupFacts): readonly AttentionFacts[] {
  if (group.state !== 'open') return [];
  const rows = [
    ...group.questions.flatMap((question) => forQuestion(group, question)),
    ...group.documents.flatMap((document) => forPlan(group, document)),
    ...group.documents.flatMap((document) => forStale(group, document)),
    ...group.runs.flatMap((run) => forRun(group, run)),
    ...forHead(group),
  ];
  return rows.length > 0
    ? rows
    : [toOwner(group, 'step_open', { stepId: headOf(group)?.id ?? null })];
}

type Subject = Partial<Pick<AttentionFacts, 'documentId' | 'stepId' | 'questionId' | 'runId'>>;

const NO_SUBJECT = { documentId: null, stepId: null, questionId: null, runId: null } as const;

function toOwner(group: GroupFacts, reason: AttentionReason, subject: Subject): AttentionFacts {
  return { ...NO_SUBJECT, targetKind: 'person', targetId: group.ownerId, reason, ...subject };
}

function toRole(role: string, reason: AttentionReason, subject: Subject): AttentionFacts {
  return { ...NO_SUBJECT, targetKind: 'role', targetId: role, reason, ...subject };
}

/** The owner if they may judge, else the reviewers together. */
function toDecider(group: GroupFacts, reason: AttentionReason, subject: Subject): AttentionFacts {
  return group.ownerMayJudge
    ? toOwner(group, reason, subject)
    : toRole('reviewer', reason, subject);
}

/**
 * Whoever it was handed to, else the owner if they may answer and don't ask themselves, else the reviewers together; once
 * it is overdue the reviewers too.
 */
function forQuestion(group: GroupFacts, question: QuestionFacts): readonly AttentionFacts[] {
  const { id: questionId, documentId, stepId, assigneeId, askedById, raised } = question;
  const subject = { questionId, documentId, stepId };
  const reviewers = toRole('reviewer', 'question_open', subject);
  const asked =
    assigneeId !== null
      ? { ...toOwner(group, 'question_open', subject), targetId: assigneeId }
      : group.ownerId === askedById
        ? reviewers
        : toDecider(group, 'question_open', subject);
  return raised > 0 && asked.targetKind === 'person' ? [asked, reviewers] : [asked];
}

function forPlan(group: GroupFacts, document: DocumentFacts): readonly AttentionFacts[] {
  return document.series === 'plan' ? forDocument(group, document, null) : [];
}

/** Confirming is asked for once it would be allowed: when what the document rests on is approved again. */
function forStale(group: GroupFacts, document: DocumentFacts): readonly AttentionFacts[] {
  const { id: documentId, stepId, state, staleBecause } = document;
  if (staleBecause.length === 0 || state !== 'approved') return [];
  if (openPredecessor(group, document) !== null) return [];
  return [toJudge(group, document, 'stale', { documentId, stepId })];
}

function forRun(group: GroupFacts, run: RunFacts): readonly AttentionFacts[] {
  if (run.state !== 'paused') return [];
  return [toDecider(group, 'run_paused', { runId: run.id, stepId: run.stepId })];
}

function forHead(group: GroupFacts): readonly AttentionFacts[] {
  const head = headOf(group);
  if (head === null) return [toOwner(group, 'sequence_undecided', {})];
  if (isClarifying(group)) return [];
  const document = documentAt(group, head.id);
  if (document !== null) return forDocument(group, document, head);
  if (isClosing(head)) return [];
  return forWriters(group, head, null, 'step_open');
}

function forDocument(
  group: GroupFacts,
  document: DocumentFacts,
  step: StepFacts | null,
): readonly AttentionFacts[] {
  const subject = { documentId: document.id, stepId: document.stepId };
  switch (document.state) {
    case 'in_review':
      return [...forJudges(group, document), ...forAnswerers(group, document)];
    case 'revision_requested':
      return forWriters(group, step, document, 'revision_requested');
    case 'rejected':
      return [toDecider(group, 'rejected', subject)];
    default:
      return [];
  }
}

/** An open thread waits for the author, who may answer it or hand in anew while nobody has decided. */
function forAnswerers(group: GroupFacts, document: DocumentFacts): readonly AttentionFacts[] {
  // The server wrote the final approval: it answers nobody.
  if (document.series === 'closing' || waitsOnAuthor(document).length === 0) return [];
  const subject = { documentId: document.id, stepId: document.stepId };
  const { authorKind, authorId, issuerId } = document;
  if (
    authorKind === 'token' &&
    group.tokens.some(({ id, state }) => id === authorId && state !== 'ended')
  ) {
    return [
      { ...NO_SUBJECT, targetKind: 'token', targetId: authorId, reason: 'thread_open', ...subject },
    ];
  }
  return [{ ...toOwner(group, 'thread_open', subject), targetId: issuerId }];
}

/**
 * As many as are still needed: the people named on the group, else the owner if they may and then one row for the role.
 * An `agent` gate asks the reviewing agents it has; where there are none a person stands in. Once its hours are over
 * whoever stands in is asked.
 */
function forJudges(group: GroupFacts, document: DocumentFacts): readonly AttentionFacts[] {
  const { id: documentId, stepId, gate, series } = document;
  if (gate === null || (series === 'closing' && !closingIsReady(group))) return [];
  const subject = { documentId, stepId };
  if (isAwaitingChecks(document)) return [toRole(CHECKS, 'checks_running', subject)];
  // People have left since it was set: only who sets gates can help.
  if (!canBeMet(gate, group.judges)) return [toRole('maintainer', 'gate_unsatisfiable', subject)];
  if (document.handedTo !== null) {
    const { kind: targetKind, id: targetId } = document.handedTo;
    return [{ ...NO_SUBJECT, targetKind, targetId, reason: 'stand_in', ...subject }];
  }
  const reason = reasonToJudge(document);
  const agents = agentsDecide(group, document) ? reviewingTokens(group, document) : [];
  if (agents.length > 0) {
    return agents.map((id) => ({
      ...NO_SUBJECT,
      targetKind: 'token',
      targetId: id,
      reason,
      ...subject,
    }));
  }
  const named = group.reviewerIds.filter((id) => mayBeAsked(group, document, id));
  if (named.length > 0 && gate.roles.length === 0) {
    return named.map((id) => ({ ...toOwner(group, reason, subject), targetId: id }));
  }
  const missing = approvalsNeeded(gate) - approvalsHave(document);
  const first = toJudge(group, document, reason, subject);
  if (first.targetKind === 'role' || missing <= 1) return [first];
  return [first, toRole(roleAsked(document), reason, subject)];
}

/** Nobody's role: before people are asked the server looks for itself. */
const CHECKS = 'checks';

function reasonToJudge(document: DocumentFacts): AttentionReason {
  const { series, revision, contradicted, checks, reviewStop } = document;
  if (series === 'closing') return 'final_approval';
  if (contradicted) return 'contradicted';
  if (checks === 'failed') return 'checks_failed';
  if (reviewStop !== null) return 'review_stopped';
  return revision > 1 ? 'resubmitted' : 'asked_to_judge';
}

/** What holds the final approval has rows of its own: stale and unfinished documents. */
function closingIsReady(group: GroupFacts): boolean {
  return group.documents.every(({ series, state, staleBecause }) => {
    if (series === 'closing' || state === 'withdrawn') return true;
    return state === 'approved' && staleBecause.length === 0;
  });
}

/** Tokens of one issuer are one voice, so those of whoever has approved already aren't asked again. */
function reviewingTokens(group: GroupFacts, document: DocumentFacts): readonly string[] {
  const heard = document.approvals.filter(({ revision }) => revision === document.revision);
  return group.tokens
    .filter(({ scopes, state }) => scopes.includes('review') && state === 'live')
    .filter(({ issuerId }) => issuerId !== document.issuerId)
    .filter(({ issuerId }) => !heard.some((approval) => approval.issuerId === issuerId))
    .map(({ id }) => id);
}

/** The owner, unless another has to: they can't judge, have done so, four eyes forbid it, or the gate names roles. */
function toJudge(
  group: GroupFacts,
  document: DocumentFacts,
  reason: AttentionReason,
  subject: Subject,
): AttentionFacts {
  const { ownerId } = group;
  const byRole = document.gate !== null && document.gate.roles.length > 0;
  if (!group.ownerMayJudge || byRole || !mayBeAsked(group, document, ownerId)) {
    return toRole(roleAsked(document), reason, subject);
  }
  return toOwner(group, reason, subject);
}

/** Whether this person's approval could still count: not given yet, and four eyes don't forbid it. */
function mayBeAsked(group: GroupFacts, document: DocumentFacts, personId: string): boolean {
  const given = document.approvals.some(({ byId, revision }) => {
    return byId === personId && revision === document.revision && document.state === 'in_review';
  });
  if (given) return false;
  if (!group.fourEyes) return true;
  if (document.issuerId === personId) return false;
  return document.series !== 'closing' || !group.tokenIssuerIds.includes(personId);
}

function roleAsked(document: DocumentFacts): string {
  const roles = document.gate?.roles ?? [];
  return roles.includes('maintainer') && !roles.includes('reviewer') ? 'maintainer' : 'reviewer';
}

/** Whoever can write, or, where nobody can, the owner: they issue a token or write themselves. */
function forWriters(
  group: GroupFacts,
  step: StepFacts | null,
  document: DocumentFacts | null,
  reason: 'step_open' | 'revision_requested',
): readonly AttentionFacts[] {
  const subject = { documentId: document?.id ?? null, stepId: step?.id ?? null };
  const writers = writersAt(group, step, document);
  if (writers.length > 0) {
    return writers.map((writer) => ({ ...NO_SUBJECT, ...writer, reason, ...subject }));
  }
  // A paused run that could write has its own row: resuming it is what is asked for.
  if (group.runs.some(({ state }) => state === 'paused')) return [];
  return [toOwner(group, 'issue_a_token', subject)];
}
