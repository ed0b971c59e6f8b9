/** Gates that open in the submission's own transaction: by the writer's own hands, or in the name of an unattended run. */
import { apply } from './apply.ts';
import { approved, noted } from './approving.ts';
import type { Author, PersonCaller, PolicyJudge, WritingToken } from './callers.ts';
import type { Submission } from './commands.ts';
import { conclude, runEvent } from './consequences.ts';
import type { DocumentFacts, GroupFacts, RunFacts } from './facts.ts';
import { giverOf, weighApproval } from './judging.ts';
import type { Allowed, Change, GateEvent } from './ruling.ts';
import { isClarifying, standing } from './runs.ts';
import { documentOf } from './sequence.ts';
import { insistsOn } from './threads.ts';

/** A document that has just come in, with all that this did. */
export interface Landed {
  readonly documentId: string;
  readonly changes: readonly Change[];
  readonly events: readonly GateEvent[];
}

/**
 * What follows at once: the writer's own approval, a run's policy, or nothing but the wait. A blocking question, open or
 * handed in with the document, holds these approvals like any other.
 */
export function openedAtOnce(
  group: GroupFacts,
  { documentId, changes, events }: Landed,
  { asksBlocking }: Submission,
  author: Author,
): Allowed {
  const after = apply(group, changes);
  const document = documentOf(after, documentId);
  const held = asksBlocking === true || isClarifying(after);
  if (document === null || held) return conclude(group, changes, events);
  const more =
    author.kind === 'person'
      ? byOwnHands(after, document, author)
      : openedByRun(after, document, author);
  if (more === null) return conclude(group, changes, events);
  return {
    allowed: true,
    changes: [...changes, ...more.changes],
    events: [...events, ...more.events],
  };
}

/** What a person who may judge writes themselves counts as their one approval, recorded so. */
function byOwnHands(
  group: GroupFacts,
  document: DocumentFacts,
  author: PersonCaller,
): Allowed | null {
  const weight = weighApproval(group, document, author);
  if (!weight.allowed || insistsOn(document, author.id)) return null;
  return approved(group, document, giverOf(author), noted(document, giverOf(author), true));
}

/**
 * A run that may go on unattended approves what its gate lets pass unread. An issuer who lost the right to judge ends
 * the run, and the document stays in review.
 */
export function openedByRun(
  group: GroupFacts,
  document: DocumentFacts,
  author: WritingToken,
): Allowed | null {
  const { run, token } = author;
  if (run === null || run.mode === 'supervised') return null;
  const { issuerMayJudge, issuerRoles } = author;
  const { issuerId } = token;
  const judge: PolicyJudge = {
    ...{ kind: 'policy', policy: 'run', issuerId, issuerMayJudge: true, issuerRoles },
  };
  const weight = weighApproval(group, document, judge);
  if (!weight.allowed) return null;
  if (!issuerMayJudge) return endedForLostRight(group, run);
  const giver = giverOf(judge);
  return approved(group, document, giver, noted(document, giver, weight.ownWork));
}

function endedForLostRight(group: GroupFacts, run: RunFacts): Allowed {
  const ended = standing('issuer_lost_right');
  return conclude(group, [{ kind: 'run_moved', runId: run.id, ...ended }], runEvent(run, ended));
}
