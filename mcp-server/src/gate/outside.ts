/** Memos, conversations and work plans: they stand outside the steps, at any time, and spend nothing. */
import type { Author } from './callers.ts';
import type { Submission } from './commands.ts';
import type { DocumentFacts, GroupFacts } from './facts.ts';
import { MEMOS_PER_GROUP_MAX } from './limits.ts';
import { openedAtOnce } from './opening.ts';
import { bodyOf, first, next } from './receiving.ts';
import { refuse } from './refusals.ts';
import { refuseRevision, refuseRun, wroteIt } from './revising.ts';
import type { Refused, Ruling } from './ruling.ts';
import { documentOf } from './sequence.ts';
import { refuseOutside } from './tokens.ts';
import { nextState } from './transitions.ts';
import type { Series } from './vocabulary.ts';

/**
 * Opens a document outside the steps, or takes the next revision of a work plan; memos and conversations have none.
 * Blocking questions don't hold these: they hold the head. The next revision of a plan comes from whoever wrote it, from
 * a person who may write, or, once it was sent back, from any agent with the scope `plan`.
 */
export function admitOutside(
  group: GroupFacts,
  submission: Submission,
  author: Author,
  now: Date,
): Ruling {
  const named = submission.documentId;
  const plan = named === undefined ? null : documentOf(group, named);
  if (named !== undefined && plan?.series !== 'plan') {
    return refuse(plan === null ? 'wrong_group' : 'wrong_type', { document: named });
  }
  const refused = refuseAuthor(
    group,
    author,
    plan?.series ?? submission.outside?.series ?? 'plan',
    now,
  );
  if (refused !== null) return refused;
  if (submission.outside?.setsGates === true) {
    return refuse('gate_not_yours', { type: submission.type ?? plan?.type ?? '' });
  }
  return plan === null ? open(group, submission, author) : revise(group, submission, author, plan);
}

function refuseAuthor(
  group: GroupFacts,
  author: Author,
  series: Series,
  now: Date,
): Refused | null {
  if (author.kind === 'person') return author.mayWrite ? null : refuse('may_not_write');
  if (!author.issuerMayWrite) return refuse('may_not_write');
  return refuseOutside(group, author.token, series) ?? refuseRun(author.run, now);
}

function open(group: GroupFacts, submission: Submission, author: Author): Ruling {
  const { outside, type } = submission;
  if (outside === undefined || type === undefined)
    return refuse('wrong_type', { type: type ?? '' });
  if (outside.have >= MEMOS_PER_GROUP_MAX) {
    return refuse('too_many_documents', { have: outside.have, max: MEMOS_PER_GROUP_MAX });
  }
  const body = bodyOf(group, submission, author, outside.series);
  const { series, gate } = outside;
  const landed = first(group, body, { type, series, stepId: null, gate });
  return openedAtOnce(group, landed, submission, author);
}

function revise(
  group: GroupFacts,
  submission: Submission,
  author: Author,
  plan: DocumentFacts,
): Ruling {
  const { id, state, type } = plan;
  if (submission.type !== undefined && submission.type !== type) {
    return refuse('wrong_type', { type: submission.type, expected: type });
  }
  if (nextState(state, 'submit') === null) {
    return refuse('state_forbids', { state, verb: 'submit', document: id });
  }
  if (state === 'in_review' && !wroteIt(author, plan))
    return refuse('awaiting_verdict', { document: id });
  const refused = refuseRevision(submission, author, plan);
  if (refused !== null) return refused;
  const body = bodyOf(group, submission, author, plan.series);
  const landed = next(group, plan, body, submission);
  return openedAtOnce(group, landed, submission, author);
}
