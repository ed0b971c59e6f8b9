/** Where a submission at the head lands, and everything that may stand in its way there. */
import type { Author, WritingToken } from './callers.ts';
import type { Submission } from './commands.ts';
import type { DocumentFacts, GroupFacts, StepFacts } from './facts.ts';
import { refuse } from './refusals.ts';
import { refuseRevision, refuseRun, wroteIt } from './revising.ts';
import type { Refused } from './ruling.ts';
import { holderOf, isClarifying, mayRevise } from './runs.ts';
import { documentAt, documentOf, headOf, isClosing, stepById } from './sequence.ts';
import { type Attempt, isAddressedTo, refuseAtStep } from './tokens.ts';
import { nextState } from './transitions.ts';

/** A submission at the head, resolved: which step, what fills it, and what kind of attempt it is. */
export interface Landing {
  readonly step: StepFacts;
  readonly document: DocumentFacts | null;
  readonly attempt: Attempt;
}

/** Finds the place, or says why there is none. */
export function land(group: GroupFacts, submission: Submission): Landing | Refused {
  const named = submission.documentId;
  const document = named === undefined ? null : documentOf(group, named);
  if (named !== undefined && document === null) return refuse('wrong_group', { document: named });
  const head = headOf(group);
  if (head === null) return refuse('sequence_undecided', { group: group.id });
  if (document !== null && document.stepId !== head.id) return refuseNamed(group, document, head);
  const step = head;
  const filling = documentAt(group, step.id);
  return { step, document: filling, attempt: attemptOf(filling, named !== undefined) };
}

function refuseNamed(group: GroupFacts, document: DocumentFacts, head: StepFacts): Refused {
  const { id, state, stepId } = document;
  if (nextState(state, 'submit') === null) {
    return refuse('state_forbids', { state, verb: 'submit', document: id });
  }
  const step = stepId === null ? null : stepById(group, stepId);
  return refuse('not_head', { document: id, step: step?.number ?? 0, head: head.number });
}

/** Only a caller who names the document means to replace what waits in review. */
function attemptOf(document: DocumentFacts | null, named: boolean): Attempt {
  if (document === null) return 'first';
  if (document.state === 'in_review') return named ? 'replacement' : 'first';
  return 'revision';
}

/** Every check of a landing, in the order a caller hears of them. */
export function refuseLanding(
  group: GroupFacts,
  submission: Submission,
  author: Author,
  { step, document, attempt }: Landing,
  now: Date,
): Refused | null {
  return (
    refuseAuthor(group, author, step, attempt, now) ??
    refusePlace(group, submission, step) ??
    refuseWaiting(author, document, attempt) ??
    refuseTurn(group, author, step, document, now) ??
    (isClarifying(group) ? refuse('question_open', { group: group.id }) : null) ??
    (document === null ? null : refuseRevision(submission, author, document))
  );
}

function refuseAuthor(
  group: GroupFacts,
  author: Author,
  step: StepFacts,
  attempt: Attempt,
  now: Date,
): Refused | null {
  if (author.kind === 'person') return author.mayWrite ? null : refuse('may_not_write');
  if (!author.issuerMayWrite) return refuse('may_not_write');
  if (isClosing(step)) return refuse('target_reached', { token: author.token.id });
  return refuseAtStep(group, author.token, step, attempt) ?? refuseRun(author.run, now);
}

function refusePlace(
  group: GroupFacts,
  { type, predecessorId }: Submission,
  step: StepFacts,
): Refused | null {
  if (isClosing(step)) return refuse('closing_is_approve_only');
  if (type !== undefined && type !== step.type) {
    return refuse('wrong_type', { type, expected: step.type });
  }
  if (predecessorId === undefined || isPredecessor(group, step, predecessorId)) return null;
  return refuse('wrong_predecessor', { predecessor: predecessorId });
}

/** The root, or the document of the step before, is what a caller may name as standing before it. */
function isPredecessor(group: GroupFacts, step: StepFacts, documentId: string): boolean {
  const before = group.steps.find(({ number }) => number === step.number - 1);
  const places = [group.steps[0], before].filter((place) => place !== undefined);
  return places.some(({ id }) => documentAt(group, id)?.id === documentId);
}

/** A document in review is its author's to replace, by name; for everybody else it waits for its verdict. */
function refuseWaiting(
  author: Author,
  document: DocumentFacts | null,
  attempt: Attempt,
): Refused | null {
  if (document === null) return null;
  const { id, state } = document;
  if (nextState(state, 'submit') === null) {
    return refuse('state_forbids', { state, verb: 'submit', document: id });
  }
  if (state !== 'in_review') return null;
  if (attempt === 'replacement' && wroteIt(author, document)) return null;
  return refuse('awaiting_verdict', { document: id });
}

/** A step that another run holds, or that bears another agent's name, is not this token's. */
function refuseTurn(
  group: GroupFacts,
  author: Author,
  step: StepFacts,
  document: DocumentFacts | null,
  now: Date,
): Refused | null {
  if (author.kind === 'person') return null;
  const mine =
    document === null
      ? mayBegin(group, author, step, now)
      : mayRevise(group, author.token, author.run, document, now);
  return mine ? null : refuse('not_yours', { step: step.number });
}

/** A step token was issued for this very step by a person: neither names nor other runs stand in its way. */
function mayBegin(
  group: GroupFacts,
  { token, run }: WritingToken,
  step: StepFacts,
  now: Date,
): boolean {
  if (token.kind === 'step') return true;
  return isAddressedTo(step, token) && holderOf(group, step.id, run?.id ?? null, now) === null;
}
