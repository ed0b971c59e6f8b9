/** A person reads afterwards what a policy let pass: it is recorded, and nothing else changes. */
import type { PersonCaller } from './callers.ts';
import { refuseClosedGroup } from './closed.ts';
import type { GroupFacts } from './facts.ts';
import { refuse } from './refusals.ts';
import type { Ruling } from './ruling.ts';
import { documentOf } from './sequence.ts';

/**
 * Who may judge here may read for the record, on the revision they read. Where there is nothing unread left it changes
 * nothing: reading twice is no fault. Who finds something wrong reopens the document.
 */
export function readAfterwards(
  group: GroupFacts,
  documentId: string,
  seen: number,
  by: PersonCaller,
): Ruling {
  const closed = refuseClosedGroup(group);
  if (closed !== null) return closed;
  const document = documentOf(group, documentId);
  if (document === null) return refuse('not_gated', { document: documentId });
  const { revision, stepId, state, approvals } = document;
  if (seen !== revision) {
    return refuse('revision_replaced', { seen, latest: revision, document: documentId });
  }
  if (!by.mayJudge) return refuse('may_not_judge');
  const unread = approvals.some((one) => {
    return one.byKind === 'policy' && one.revision === revision && one.read !== true;
  });
  if (state !== 'approved' || !unread) return { allowed: true, changes: [], events: [] };
  const details = { revision };
  return {
    allowed: true,
    changes: [],
    events: [{ kind: 'document.read', documentId, stepId: stepId ?? undefined, details }],
  };
}
