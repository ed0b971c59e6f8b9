/** A document as it stands in lists and sequences. */
import type { DocumentSummary } from '../../contracts/documents.ts';
import type { ActorKind, DocumentState, Series } from '../../gate/vocabulary.ts';
import { wireTime } from '../times.ts';

export interface SummarisedDocument {
  readonly id: string;
  readonly groupId: string;
  readonly stepId: string | null;
  readonly type: string;
  readonly series: string;
  readonly title: string;
  readonly state: string;
  readonly revision: number;
  readonly stale: boolean;
  readonly authorKind: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

export function documentSummary(
  document: SummarisedDocument,
  steps: readonly { readonly id: string; readonly number: number }[],
): DocumentSummary {
  return {
    id: document.id,
    group_id: document.groupId,
    type: document.type,
    series: document.series as Series,
    title: document.title,
    state: document.state as DocumentState,
    revision: document.revision,
    stale: document.stale,
    step_number: steps.find(({ id }) => id === document.stepId)?.number ?? null,
    author: {
      kind: document.authorKind as ActorKind,
      id: document.authorId,
      name: document.authorName,
    },
    created_at: wireTime(document.createdAt),
    changed_at: wireTime(document.changedAt),
  };
}
