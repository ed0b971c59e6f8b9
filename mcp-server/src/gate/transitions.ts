/** The one state machine of documents. Who may use a verb, and when, is said elsewhere. */
import type { DocumentState, Verb } from './vocabulary.ts';

/** State × verb → next state. A verb that isn't listed is refused there. */
export const TRANSITIONS = {
  in_review: {
    submit: 'in_review',
    approve: 'approved',
    request_revision: 'revision_requested',
    reject: 'rejected',
    withdraw: 'withdrawn',
  },
  revision_requested: { submit: 'in_review', withdraw: 'withdrawn' },
  approved: { reopen: 'in_review', confirm: 'approved' },
  rejected: { reopen: 'revision_requested' },
  withdrawn: {},
} as const satisfies Record<DocumentState, Partial<Record<Verb, DocumentState>>>;

/** The state a verb leads to, or null where the table has no such arrow. */
export function nextState(state: DocumentState, verb: Verb): DocumentState | null {
  const arrows: Partial<Record<Verb, DocumentState>> = TRANSITIONS[state];
  return arrows[verb] ?? null;
}
