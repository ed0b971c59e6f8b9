/** Where a run stands: working, or not, and for which of the listed reasons. */
import { isAwaitingChecks } from './checks.ts';
import type { DocumentFacts, GroupFacts, RunFacts, StepFacts, TokenFacts } from './facts.ts';
import { WORKER_SILENCE_SECONDS } from './limits.ts';
import type { Change } from './ruling.ts';
import { documentAt, headOf, isClosing, targetNumber } from './sequence.ts';
import { isAddressedTo } from './tokens.ts';
import { RUN_REASONS, type RunReason, type RunState } from './vocabulary.ts';

export interface RunStanding {
  readonly state: RunState;
  readonly reason: RunReason | null;
}

/** What a run sees before itself. `now` is null where no time has passed: in what follows from another's act. */
export interface RunScene {
  readonly group: GroupFacts;
  readonly run: RunFacts;
  readonly token: TokenFacts;
  readonly head: StepFacts | null;
  readonly document: DocumentFacts | null;
  readonly now: Date | null;
}

type Stop = readonly [RunReason, (scene: RunScene) => boolean];

/**
 * Why a run doesn't work on, in the order of weight: the first that holds is its reason. What a person did to the run
 * (paused, stopped) and what its token suffered (revoked, expired) are written where they happen.
 */
const STOPS: readonly Stop[] = [
  ['group_closed', ({ group }) => group.state !== 'open'],
  ['rejected', ({ document, run }) => document?.state === 'rejected' && wrote(run, document)],
  ['target_reached', isPastTarget],
  ['time_limit', ({ run, now }) => now !== null && now.getTime() >= run.endsAt.getTime()],
  ['sequence_undecided', ({ head }) => head === null],
  ['question_open', ({ group }) => isClarifying(group)],
  ['checks_running', ({ document }) => isUnderChecks(document)],
  ['waiting_for_verdict', ({ document }) => waitsForPeople(document)],
  ['not_yours', isSomebodyElses],
  ['step_limit', ({ document, run }) => document === null && run.stepsDone >= run.stepsMax],
  ['revision_limit', isOutOfRevisions],
];

/** Why this run doesn't work on, or null: it is its turn. */
export function stopReasonFor(scene: RunScene): RunReason | null {
  return STOPS.find(([, holds]) => holds(scene))?.[0] ?? null;
}

/**
 * Where a run stands now. A closed group ends it. Else paused and ended ones stay as they are: a person resumes the
 * first, nothing the second.
 * A run whose token is no longer among the facts (revoked, expired) stays as well: that act ends it by name.
 */
export function advanceRun(group: GroupFacts, run: RunFacts, now: Date | null): RunStanding {
  if (run.state !== 'ended' && group.state !== 'open') return standing('group_closed');
  const token = group.tokens.find(({ id }) => id === run.tokenId);
  const settled = run.state === 'paused' || run.state === 'ended';
  if (token === undefined || settled) return { state: run.state, reason: run.reason };
  const head = headOf(group);
  const document = head === null ? null : documentAt(group, head.id);
  return standing(stopReasonFor({ group, run, token, head, document, now }));
}

/** A reason carries its state: waiting, paused or ended. None: the run works. */
export function standing(reason: RunReason | null): RunStanding {
  return reason === null ? { state: 'working', reason } : { state: RUN_REASONS[reason], reason };
}

/** Whether the run's token wrote the document's last revision. */
export function wrote(run: RunFacts, document: DocumentFacts): boolean {
  return document.authorKind === 'token' && document.authorId === run.tokenId;
}

export function isClarifying(group: GroupFacts): boolean {
  return group.questions.some(({ blocking }) => blocking);
}

/**
 * The other run that holds a step, or null. One that is silent for too long on its own turn has let it go; one that
 * waits or is paused by others has not. Without `now` nobody is silent.
 */
export function holderOf(
  group: GroupFacts,
  stepId: string,
  runId: string | null,
  now: Date | null,
): RunFacts | null {
  return (
    group.runs.find(
      (other) => other.id !== runId && other.stepId === stepId && holdsStep(other, now),
    ) ?? null
  );
}

/** Runs that fell silent on their own turn at a step another takes over: they wait, it isn't theirs any more. */
export function releaseSilent(
  group: GroupFacts,
  stepId: string,
  runId: string | null,
  now: Date,
): readonly Change[] {
  return group.runs
    .filter(({ id, stepId: at, state }) => id !== runId && at === stepId && state === 'working')
    .filter((run) => !holdsStep(run, now))
    .map(({ id }) => ({ kind: 'run_moved', runId: id, ...standing('not_yours') }));
}

/** Whether a run that stands at a step keeps others from it. Without `now` nobody is silent. */
export function holdsStep(
  run: Pick<RunFacts, 'state' | 'reason' | 'changedAt'>,
  now: Date | null,
): boolean {
  if (run.state === 'ended' || run.reason === 'not_yours') return false;
  if (run.state !== 'working' || now === null) return true;
  return now.getTime() - run.changedAt.getTime() < WORKER_SILENCE_SECONDS * 1000;
}

function isPastTarget({ group, head, token }: RunScene): boolean {
  if (!group.decided) return false;
  return head === null || isClosing(head) || head.number > targetNumber(group, token);
}

function isUnderChecks(document: DocumentFacts | null): boolean {
  if (document?.state !== 'in_review') return false;
  if (document.checks == null) return document.gate?.by === 'checks';
  return isAwaitingChecks(document);
}

/** A rejected document of somebody else waits for a person's decision just as one in review does. */
function waitsForPeople(document: DocumentFacts | null): boolean {
  return document?.state === 'in_review' || document?.state === 'rejected';
}

function isSomebodyElses({ group, run, token, head, document, now }: RunScene): boolean {
  if (head === null) return false;
  if (document === null) {
    return !isAddressedTo(head, token) || holderOf(group, head.id, run.id, now) !== null;
  }
  return !mayRevise(group, token, run, document, now);
}

function isOutOfRevisions({ run, document }: RunScene): boolean {
  if (document?.state !== 'revision_requested') return false;
  return run.stepId === document.stepId && run.revisionsAtStep >= run.revisionsMax;
}

/**
 * Whether a token may write the next revision of a document that was sent back. A step token: at its own step. One with
 * a run: unless another run holds the step; first the one that wrote the last revision, and once that agent is gone (its
 * token dead, its run ended or silent) any other the step is open to. What a person wrote is for a continuation to take
 * up, which somebody issued for this very stretch, not for a worker that happens to pass.
 */
export function mayRevise(
  group: GroupFacts,
  token: TokenFacts,
  run: RunFacts | null,
  document: DocumentFacts,
  now: Date | null,
): boolean {
  const isAuthor = document.authorKind === 'token' && document.authorId === token.id;
  if (token.kind === 'step') return isAuthor || token.stepId === document.stepId;
  const step = group.steps.find(({ id }) => id === document.stepId);
  if (step === undefined || holderOf(group, step.id, run?.id ?? null, now) !== null) return false;
  if (isAuthor) return true;
  if (!isAddressedTo(step, token)) return false;
  if (document.authorKind === 'person') return token.kind === 'continuation';
  return !authorIsHere(group, document, now);
}

function authorIsHere(group: GroupFacts, document: DocumentFacts, now: Date | null): boolean {
  const author = group.tokens.find(({ id }) => id === document.authorId);
  if (author === undefined || author.state === 'ended') return false;
  const run = group.runs.find(({ tokenId }) => tokenId === author.id);
  return run === undefined || holdsStep(run, now);
}
