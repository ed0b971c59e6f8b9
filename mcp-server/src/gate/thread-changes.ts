/** What follows for the threads of a document, and for the reviewing agents that raise them. */
import type { ThreadFacts } from './facts.ts';
import type { ReviewStop, ThreadState } from './vocabulary.ts';

export type ThreadChange =
  | {
      readonly kind: 'thread_opened';
      readonly documentId: string;
      readonly revision: number;
      readonly thread: ThreadFacts;
    }
  | {
      readonly kind: 'thread_moved';
      readonly documentId: string;
      readonly threadId: string;
      readonly state: ThreadState;
      readonly answered: boolean;
    }
  /** A reply, or the words that go with marking a thread done or resolving it. */
  | { readonly kind: 'thread_commented'; readonly threadId: string }
  | {
      readonly kind: 'review_stopped';
      readonly documentId: string;
      readonly stop: ReviewStop;
    };
