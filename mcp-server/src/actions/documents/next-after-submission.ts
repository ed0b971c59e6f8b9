/** The one instruction an author hears after handing in: never begin the gated step. */
import type { Sentences } from '../../dependencies.ts';
import type { DocumentFacts, GroupFacts } from '../../gate/facts.ts';
import { isClarifying } from '../../gate/runs.ts';
import type { Series } from '../../gate/vocabulary.ts';

export function nextAfterSubmission(
  say: Sentences,
  facts: GroupFacts,
  document: DocumentFacts | null,
  documentId: string,
  series?: Series,
): string {
  if (series === 'conversation') return say.next('conversation_opened', { document: documentId });
  if (document === null) return say.next('memo_stored', { document: documentId });
  if (document.state === 'approved')
    return say.next('submitted_approved', { document: documentId });
  if (isClarifying(facts)) return say.next('question_open_wait', { document: documentId });
  return say.next('submitted_waiting', { document: documentId });
}
