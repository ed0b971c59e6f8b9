/** Who could hand in at a place right now: the other side of a verdict. */
import type { DocumentFacts, GroupFacts, StepFacts, TokenFacts } from './facts.ts';
import type { AttentionFacts } from './ruling.ts';
import { holderOf, mayRevise } from './runs.ts';
import { isAddressedTo, refuseAtStep, refuseOutside } from './tokens.ts';

type Writer = Pick<AttentionFacts, 'targetKind' | 'targetId'>;

/**
 * The writers of a step's document, or of a plan where `step` is null: the person who wrote it, else the token that did
 * while it may, else every token that may. Empty: nobody can, and somebody has to issue a token.
 */
export function writersAt(
  group: GroupFacts,
  step: StepFacts | null,
  document: DocumentFacts | null,
): readonly Writer[] {
  if (document?.authorKind === 'person') {
    return [{ targetKind: 'person', targetId: document.authorId }];
  }
  const able = group.tokens.filter((token) => canWrite(group, token, step, document));
  const author = able.filter(({ id }) => id === document?.authorId);
  return (author.length > 0 ? author : able).map(({ id }) => ({
    targetKind: 'token',
    targetId: id,
  }));
}

function canWrite(
  group: GroupFacts,
  token: TokenFacts,
  step: StepFacts | null,
  document: DocumentFacts | null,
): boolean {
  const run = group.runs.find(({ tokenId }) => tokenId === token.id) ?? null;
  if (run !== null && (run.state === 'paused' || run.state === 'ended')) return false;
  if (step === null) return refuseOutside(group, token, 'plan') === null;
  const attempt = document === null ? 'first' : 'revision';
  if (refuseAtStep(group, token, step, attempt) !== null) return false;
  if (document !== null) return mayRevise(group, token, run, document, null);
  if (token.kind === 'step') return true;
  return isAddressedTo(step, token) && holderOf(group, step.id, run?.id ?? null, null) === null;
}
