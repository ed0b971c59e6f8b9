/** What an admitted document does: it takes its number or revision, waits in review, and spends its token. */
import type { Author } from './callers.ts';
import type { Submission } from './commands.ts';
import type { DocumentFacts, GroupFacts, RunFacts } from './facts.ts';
import { voidHeld } from './held.ts';
import type { Landing } from './landing.ts';
import { voidApprovals } from './objecting.ts';
import { type Landed, openedAtOnce } from './opening.ts';
import type { Allowed, BodyFacts, Change, GateEvent } from './ruling.ts';
import { releaseSilent } from './runs.ts';
import { documentOf } from './sequence.ts';
import { liftSettled } from './staleness.ts';
import { answerThreads } from './threads.ts';
import { moveToken } from './tokens.ts';
import { documentIdOf, type Series } from './vocabulary.ts';

/** The ruling on a submission that passed every check. */
export function received(
  group: GroupFacts,
  submission: Submission,
  author: Author,
  { step, document }: Landing,
  now: Date,
): Allowed {
  const body = bodyOf(group, submission, author, step.series);
  const silent = releaseSilent(group, step.id, runOf(author)?.id ?? null, now);
  const landed =
    document === null
      ? first(group, body, {
          type: step.type,
          series: step.series,
          stepId: step.id,
          gate: step.gate,
        })
      : next(group, document, body, submission);
  const changes = [
    ...silent,
    ...landed.changes,
    ...spend(author, landed.documentId),
    ...progress(author, step.id),
    ...assume(group, step.id, landed.documentId),
  ];
  return openedAtOnce(group, { ...landed, changes }, submission, author);
}

/** A new document takes the group's next number. */
export function first(
  group: GroupFacts,
  body: BodyFacts,
  place: Pick<DocumentFacts, 'type' | 'series' | 'stepId' | 'gate'>,
): Landed {
  const number = group.documentCount + 1;
  const documentId = documentIdOf(group.id, number, place.type);
  // What isn't gated needs no verdict: it stands as it is handed in.
  const state = place.gate === null ? 'approved' : 'in_review';
  return {
    documentId,
    changes: [{ kind: 'document_opened', documentId, number, ...place, state, body }],
    events: [submitted(documentId, place.stepId, 1, body)],
  };
}

/** The next revision answers all open reasons; approvals and held verdicts on the old body count no more. */
export function next(
  group: GroupFacts,
  document: DocumentFacts,
  body: BodyFacts,
  submission: Submission,
): Landed {
  const { id: documentId, state: from, stepId, openReasonIds: reasonIds } = document;
  const revision = document.revision + 1;
  const held = voidHeld(document, null);
  const changes: Change[] = [
    { kind: 'document_revised', documentId, revision, body },
    ...voidApprovals(document),
    ...held.changes,
  ];
  if (from !== 'in_review')
    changes.push({ kind: 'document_moved', documentId, from, to: 'in_review' });
  if (reasonIds.length > 0) changes.push({ kind: 'reasons_answered', documentId, reasonIds });
  changes.push(...answerThreads(document, submission), ...liftSettled(group, document));
  return {
    documentId,
    changes,
    events: [submitted(documentId, stepId, revision, body), ...held.events],
  };
}

/** What the rules keep of a body, and of who wrote it. */
export function bodyOf(
  group: GroupFacts,
  submission: Submission,
  author: Author,
  series: Series,
): BodyFacts {
  const { hash, cites, contradicted, checks = null } = submission;
  const planned = series === 'plan' ? group.sequenceVersion : null;
  const writer =
    author.kind === 'person'
      ? { authorKind: author.kind, authorId: author.id, issuerId: author.id }
      : { authorKind: author.kind, authorId: author.token.id, issuerId: author.token.issuerId };
  return { hash, cites, contradicted, checks, plannedVersion: planned, ...writer };
}

function submitted(
  documentId: string,
  stepId: string | null,
  revision: number,
  body: BodyFacts,
): GateEvent {
  const details = { revision, hash: body.hash };
  return { kind: 'document.submitted', documentId, stepId: stepId ?? undefined, details };
}

/** A step token takes its one document and is spent; the others go on. */
function spend(author: Author, documentId: string): readonly Change[] {
  if (author.kind === 'person' || author.token.kind !== 'step') return [];
  const { token } = author;
  if (token.state === 'spent' && token.documentId === documentId) return [];
  return [moveToken(token, 'spent', documentId)];
}

function progress(author: Author, stepId: string): readonly Change[] {
  const run = runOf(author);
  if (run === null) return [];
  const newStep = run.stepId !== stepId || run.revisionsAtStep === 0;
  return [{ kind: 'run_progressed', runId: run.id, stepId, newStep, unchanged: false }];
}

/** Assumptions made while asking at this step are recorded on the document that goes on with them. */
function assume(group: GroupFacts, stepId: string, documentId: string): readonly Change[] {
  return group.questions
    .filter((question) => question.assumed && question.assumedOn === null)
    .filter((question) => questionStep(group, question.stepId, question.documentId) === stepId)
    .map(({ id }) => ({ kind: 'assumption_recorded', questionId: id, documentId }));
}

function questionStep(
  group: GroupFacts,
  stepId: string | null,
  documentId: string | null,
): string | null {
  if (stepId !== null || documentId === null) return stepId;
  return documentOf(group, documentId)?.stepId ?? null;
}

function runOf(author: Author): RunFacts | null {
  return author.kind === 'person' ? null : author.run;
}
