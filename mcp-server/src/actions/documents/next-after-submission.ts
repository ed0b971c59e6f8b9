/** The one instruction an author hears after handing in: never begin the gated step. */
import type { Call } from '../../dependencies.ts';
import type { DocumentFacts, GroupFacts } from '../../gate/facts.ts';
import { isClarifying } from '../../gate/runs.ts';
import type { Series } from '../../gate/vocabulary.ts';

export function nextAfterSubmission(
  { say, caller }: Pick<Call, 'say' | 'caller'>,
  facts: GroupFacts,
  document: DocumentFacts | null,
  documentId: string,
  series?: Series,
): string {
  if (series === 'conversation') return say.next('conversation_opened', { document: documentId });
  if (document === null) return say.next('memo_stored', { document: documentId });
  if (document.state === 'approved') {
    const isOver = caller.kind === 'agent' && hasEnded(facts, caller.token.id);
    return say.next(isOver ? 'approved_end' : 'submitted_approved', { document: documentId });
  }
  if (isClarifying(facts)) return say.next('question_open_wait', { document: documentId });
  return say.next('submitted_waiting', { document: documentId });
}

/** By a policy's approval the token may have reached its target in the same breath. */
function hasEnded({ tokens }: GroupFacts, id: string): boolean {
  return tokens.some((token) => token.id === id && token.state === 'ended');
}
