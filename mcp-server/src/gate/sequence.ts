/** Where a group stands in its sequence. The head is derived from the documents, never stored. */
import type { DocumentFacts, GroupFacts, StepFacts, TokenFacts } from './facts.ts';

/** The first step whose document is not approved; null when all are. */
export function headOf(group: GroupFacts): StepFacts | null {
  return group.steps.find((step) => documentAt(group, step.id)?.state !== 'approved') ?? null;
}

/** The document that fills a step now. */
export function documentAt(group: GroupFacts, stepId: string): DocumentFacts | null {
  return group.documents.find((document) => document.stepId === stepId) ?? null;
}

/** The step a document fills; null outside the steps. */
export function stepOf(group: GroupFacts, documentId: string): StepFacts | null {
  const stepId = documentOf(group, documentId)?.stepId ?? null;
  return stepId === null ? null : stepById(group, stepId);
}

/** A gated document of this group by its id. */
export function documentOf(group: GroupFacts, documentId: string): DocumentFacts | null {
  return group.documents.find((document) => document.id === documentId) ?? null;
}

export function stepById(group: GroupFacts, stepId: string): StepFacts | null {
  return group.steps.find((step) => step.id === stepId) ?? null;
}

/** Whether a step is the final approval: nobody writes it, and only a person approves it. */
export function isClosing(step: StepFacts): boolean {
  return step.series === 'closing';
}

/**
 * The steps a token may still write at, from the head on, in order: a step token's own step, a continuation's up to
 * and with its target (without one: the last before the final approval), a worker's all. Never the final approval.
 */
export function remainingSteps(group: GroupFacts, token: TokenFacts): readonly StepFacts[] {
  const head = headOf(group);
  if (head === null) return [];
  const writable = group.steps.filter((step) => step.number >= head.number && !isClosing(step));
  if (token.kind === 'worker') return writable;
  if (token.kind === 'step') return writable.filter((step) => step.id === token.stepId);
  if (token.kind === 'continuation') {
    const last = targetNumber(group, token);
    return writable.filter((step) => step.number <= last);
  }
  return [];
}

/** The number of a continuation's target step; without a target it goes on to the final approval. */
export function targetNumber(group: GroupFacts, token: TokenFacts): number {
  const target = token.targetStepId === null ? null : stepById(group, token.targetStepId);
  return target?.number ?? Number.POSITIVE_INFINITY;
}
