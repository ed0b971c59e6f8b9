/** What the next revision of a document owes, whoever brings it. */
import type { Author } from './callers.ts';
import type { Submission } from './commands.ts';
import type { DocumentFacts, RunFacts } from './facts.ts';
import { refuse } from './refusals.ts';
import type { Change, Refused } from './ruling.ts';
import { standing } from './runs.ts';

/** A run that hands in the same body this often at one step goes in circles. */
const UNCHANGED_MAX = 2;

/** What the next revision of a document owes: a response to each open reason, and a change. */
export function refuseRevision(
  submission: Submission,
  author: Author,
  document: DocumentFacts,
): Refused | null {
  const { id, openReasonIds, hash } = document;
  const missing = openReasonIds.filter((reason) => !submission.respondsTo.includes(reason));
  if (missing.length > 0)
    return refuse('response_missing', { reasons: missing.join(' '), document: id });
  return hash === submission.hash ? refuseUnchanged(author, document) : null;
}

/** Why a run may not hand in: a person paused it, a limit did, its time is up, or it is over. */
export function refuseRun(run: RunFacts | null, now: Date): Refused | null {
  if (run === null) return null;
  const params = { run: run.id, reason: run.reason ?? '' };
  if (run.state === 'ended') return refuse('run_ended', params);
  if (run.state === 'paused') return refuse('run_paused', params);
  const late = now.getTime() >= run.endsAt.getTime();
  return late ? refuse('run_paused', { run: run.id, reason: 'time_limit' }) : null;
}

/** Whether this very caller wrote the document's last revision. */
export function wroteIt(author: Author, document: DocumentFacts): boolean {
  if (author.kind !== document.authorKind) return false;
  return (author.kind === 'person' ? author.id : author.token.id) === document.authorId;
}

/**
 * Refuses a revision that says what the last one said. It is the one refusal that leaves a mark: the run counts it, and
 * at the second it pauses. A person and a step token have no run; they are refused each time.
 */
function refuseUnchanged(author: Author, document: DocumentFacts): Refused {
  const refusal = refuse('no_change', { document: document.id, revision: document.revision });
  const run = author.kind === 'token' ? author.run : null;
  if (run === null || document.stepId === null) return refusal;
  const { stepId } = document;
  const counted: Change = {
    ...{ kind: 'run_progressed', runId: run.id, stepId, newStep: false, unchanged: true },
  };
  if (run.unchangedAtStep + 1 < UNCHANGED_MAX)
    return { ...refusal, changes: [counted], events: [] };
  const paused = standing('no_change');
  return {
    ...refusal,
    changes: [counted, { kind: 'run_moved', runId: run.id, ...paused }],
    events: [{ kind: 'run.stopped', runId: run.id, details: { ...paused } }],
  };
}
