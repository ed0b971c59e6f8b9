/** What a token admits, as a table, and how verdicts spend, re-arm and end it. Revoked and expired ones never get here. */
import type { DocumentFacts, GroupFacts, StepFacts, TokenFacts } from './facts.ts';
import { type RefusalCode, refuse } from './refusals.ts';
import type { Change, Refused } from './ruling.ts';
import { targetNumber } from './sequence.ts';
import type { Scope, Series, TokenKind, TokenState } from './vocabulary.ts';

/**
 * What a submission would be at its step: the first document, a replacement of the one that waits in review (named by
 * its id), or the next revision of one that was sent back.
 */
export type Attempt = 'first' | 'replacement' | 'revision';

type Admission = 'admits' | RefusalCode;

const LIVE = { first: 'admits', replacement: 'admits', revision: 'admits' } as const;
const SPENT = {
  first: 'token_spent',
  replacement: 'token_spent',
  revision: 'token_spent',
} as const;
const ENDED = {
  first: 'token_ended',
  replacement: 'token_ended',
  revision: 'token_ended',
} as const;
const NEVER = {
  first: 'scope_missing',
  replacement: 'scope_missing',
  revision: 'scope_missing',
} as const;

/**
 * Kind × state × attempt. A spent step token still replaces its own revision in review: that is the one document it
 * admits, not another. A token for CI observes and admits nothing.
 */
export const ADMISSIONS: Readonly<
  Record<TokenKind, Readonly<Record<TokenState, Readonly<Record<Attempt, Admission>>>>>
> = {
  step: { live: LIVE, spent: { ...SPENT, replacement: 'admits' }, ended: ENDED },
  continuation: { live: LIVE, spent: SPENT, ended: ENDED },
  worker: { live: LIVE, spent: SPENT, ended: ENDED },
  ci: { live: NEVER, spent: NEVER, ended: NEVER },
};

/** The scope that opens a document of each series; whatever isn't listed fills a step. */
const SCOPE_OUTSIDE: Partial<Record<Series, Scope>> = {
  memo: 'submit',
  conversation: 'converse',
  plan: 'plan',
};

/** Why a token may not hand in at this step, or null. Whose document waits there is another question. */
export function refuseAtStep(
  group: GroupFacts,
  token: TokenFacts,
  step: StepFacts,
  attempt: Attempt,
): Refused | null {
  const foreign = refuseForeign(group, token);
  if (foreign !== null) return foreign;
  const admission = ADMISSIONS[token.kind][token.state][attempt];
  if (admission !== 'admits') return refuse(admission, { token: token.id });
  if (!token.scopes.includes('submit')) return refuse('scope_missing', { scope: 'submit' });
  if (token.kind === 'step' && token.stepId !== step.id) return refuseOtherStep(group, token, step);
  if (token.kind === 'continuation' && step.number > targetNumber(group, token)) {
    return refuse('target_reached', { token: token.id });
  }
  if (token.types !== null && !token.types.includes(step.type)) {
    return refuse('token_not_for_type', { type: step.type });
  }
  return null;
}

/** Why a token may not open or revise a document outside the steps, or null. It spends nothing there. */
export function refuseOutside(
  group: GroupFacts,
  token: TokenFacts,
  series: Series,
): Refused | null {
  const foreign = refuseForeign(group, token);
  if (foreign !== null) return foreign;
  const scope = SCOPE_OUTSIDE[series] ?? 'submit';
  if (!token.scopes.includes(scope)) return refuse('scope_missing', { scope });
  if (token.state === 'ended') return refuse('token_ended', { token: token.id });
  if (token.state === 'spent') return refuse('token_spent', { token: token.id });
  return null;
}

/** Whether a step is addressed to a worker: by its agent's name, or, where no name stands, by its types. */
export function isAddressedTo(step: StepFacts, token: TokenFacts): boolean {
  if (step.assignee !== null) return step.assignee === token.agent;
  if (token.kind !== 'worker') return true;
  if (token.types !== null) return token.types.includes(step.type);
  // A worker known by name alone takes what bears its name; one bound to nothing takes anything.
  return token.agent === null;
}

/** Approval and rejection end every step token of the document and of its step. */
export function endStepTokens(group: GroupFacts, document: DocumentFacts): readonly Change[] {
  return group.tokens.filter((token) => isOfStep(token, document)).flatMap((token) => end(token));
}

/** A removed step takes its step tokens along. */
export function endTokensOfStep(group: GroupFacts, stepId: string): readonly Change[] {
  return group.tokens
    .filter((token) => token.kind === 'step' && token.stepId === stepId)
    .flatMap((token) => end(token));
}

/** A withdrawn document ends the tokens that had taken it; one still unused stays good for the step. */
export function endTokensOfDocument(group: GroupFacts, documentId: string): readonly Change[] {
  return group.tokens
    .filter((token) => token.kind === 'step' && token.documentId === documentId)
    .flatMap((token) => end(token));
}

/**
 * The step token that wrote the document may write again; where another hand wrote the last revision, all step tokens
 * that had taken it may. This reaches back over an approval or rejection that ended them, never over a revocation.
 */
export function rearmStepTokens(group: GroupFacts, document: DocumentFacts): readonly Change[] {
  const takers = group.tokens.filter(
    (token) => token.kind === 'step' && token.documentId === document.id,
  );
  const author = takers.filter(
    ({ id }) => document.authorKind === 'token' && id === document.authorId,
  );
  return (author.length > 0 ? author : takers)
    .filter(({ state }) => state !== 'live')
    .map((token) => moveToken(token, 'live', null));
}

export function moveToken(token: TokenFacts, to: TokenState, documentId: string | null): Change {
  return { kind: 'token_moved', tokenId: token.id, from: token.state, to, documentId };
}

function refuseForeign(group: GroupFacts, token: TokenFacts): Refused | null {
  if (token.groupId === null || token.groupId === group.id) return null;
  return refuse('wrong_group', { group: token.groupId });
}

/** Too early for its step, or too late. */
function refuseOtherStep(group: GroupFacts, token: TokenFacts, head: StepFacts): Refused {
  const own = group.steps.find(({ id }) => id === token.stepId);
  if (own !== undefined && own.number > head.number) {
    return refuse('not_head', { step: own.number, head: head.number });
  }
  return refuse('token_not_for_step', { head: head.number });
}

function isOfStep(token: TokenFacts, document: DocumentFacts): boolean {
  if (token.kind !== 'step') return false;
  const sameStep = document.stepId !== null && token.stepId === document.stepId;
  return sameStep || token.documentId === document.id;
}

function end(token: TokenFacts): readonly Change[] {
  return token.state === 'ended' ? [] : [moveToken(token, 'ended', null)];
}
