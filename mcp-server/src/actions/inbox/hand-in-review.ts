/** `review` of the inbox: `pass` and `issues` are our approve and request_revision, by a token that may review. */
import type { InboxInput, InboxView } from '../../contracts/inbox.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { perform } from '../action.ts';
import { giveReview } from '../reviews/give-review.ts';

const VERBS = { pass: 'approve', issues: 'request_revision' } as const;

export async function handInReview(
  dependencies: Dependencies,
  call: Call,
  { doc_id, revision, verdict = 'issues', findings = [], comment }: InboxInput,
): Promise<InboxView> {
  const told = await perform(giveReview, dependencies, call, {
    document_id: doc_id,
    revision,
    verdict: VERBS[verdict],
    ...(comment === undefined ? {} : { comment }),
    findings: findings.map(({ locus, note }) => ({
      text: locus === undefined ? note : `${locus}: ${note}`,
    })),
  });
  return {
    ok: true,
    doc_id: told.document_id,
    message: told.next,
    state: told.state,
    verdict,
    finding_count: findings.length,
    counts: told.counts,
    replayed: told.replayed,
  };
}
