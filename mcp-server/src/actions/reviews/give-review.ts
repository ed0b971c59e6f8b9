/** A reviewing agent gives its verdict: it counts where the gate is for agents, and is advice to a person elsewhere. */
import { type ReviewInput as Input, ReviewInput, ReviewView } from '../../contracts/reviews.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { rule } from '../../gate/rule.ts';
import type { Change } from '../../gate/ruling.ts';
import { type AgentCaller, callerKey } from '../../identity/caller.ts';
import { problems } from '../../problems.ts';
import { findLatestCall, recordCall } from '../../store/calls/call-records.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { fromJson } from '../../store/json.ts';
import { action } from '../action.ts';
import { changeGroup, type Decided, requireAllowed } from '../change-group.ts';
import { payloadHash } from '../documents/canonical-content.ts';
import { gateReviewer } from '../gate-callers.ts';
import { groupOfDocument, placeOfDocument } from '../places.ts';
import { readAllReviewed } from './read-reviewed.ts';
import { partsOf, type ReviewParts } from './review-parts.ts';
import { hashOfFindings, readReviewPast } from './review-past.ts';

/** What a repeated call hears again. */
interface Given {
  readonly counts: boolean;
  readonly next: 'review_given' | 'review_advice' | 'review_stopped';
}

export const giveReview = action({
  name: 'give_review',
  input: ReviewInput,
  output: ReviewView,
  permission: 'document.review',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: async (dependencies, call, input) => {
    const { caller } = call;
    if (caller.kind !== 'agent') throw problems.notPermitted();
    const { document_id: documentId, revision, verdict, comment, findings = [] } = input;
    const reviewed = await readAllReviewed(dependencies.database.reader, documentId, revision);
    const weight = verdict === 'approve' ? 'nit' : 'must';
    const review = {
      verdict,
      ...(comment === undefined ? {} : { summary: comment }),
      comments: findings.map((finding) => ({ ...finding, weight }) as const),
    };
    const parts = partsOf(dependencies, review, reviewed, PATHS);
    const scope = { judging: [documentId] };
    return changeGroup(dependencies, call, groupOfDocument(documentId), scope, (scene, now) =>
      decide(dependencies, call, caller, input, parts, scene, now),
    );
  },
});

const PATHS = { comments: 'findings', summary: 'findings' };

async function decide(
  dependencies: Dependencies,
  call: Call,
  caller: AgentCaller,
  input: Input,
  { threads, reasonIds, texts }: ReviewParts,
  { facts }: GroupScene,
  now: Date,
): Promise<Decided<ReviewView>> {
  const { reader } = dependencies.database;
  const { document_id: documentId, revision, verdict: verb } = input;
  const document = facts.documents.find(({ id }) => id === documentId);
  const view = ({ counts, next }: Given, state = document?.state, replayed = false) => ({
    ...{ document_id: documentId, counts, replayed, next: call.say.next(next) },
    state: state ?? 'withdrawn',
  });
  const hash = payloadHash(input);
  const first = await findLatestCall(reader, callerKey(caller), giveReview.name, documentId);
  if (first?.payloadHash === hash) {
    const given = fromJson<Given>(first.answer, `the answer to review ${first.id}`);
    return { settled: view(given, document?.state, true) };
  }
  if (isEnded(caller, facts.tokens)) throw problems.refused({ code: 'token_ended', params: {} });
  const findingsHash = hashOfFindings(input);
  const tokenId = caller.token.id;
  const past = await readReviewPast(reader, {
    ...{ documentId, revision, tokenId, findingsHash, hash: document?.hash ?? '' },
  });
  const by = gateReviewer(caller, past);
  const ruling = requireAllowed(
    rule(facts, { verb, documentId, revision, by, threads, reasonIds }),
  );
  const given = givenBy(ruling.changes);
  return {
    ...ruling,
    texts: { ...texts, findingsHash },
    also: (transaction) =>
      recordCall(transaction, {
        ...{ id: dependencies.newId(), caller: callerKey(caller), action: giveReview.name },
        ...{ subject: documentId, payloadHash: hash, answer: JSON.stringify(given), now },
      }),
    answer: ({ after }) => view(given, after.documents.find(({ id }) => id === documentId)?.state),
  };
}

function givenBy(changes: readonly Change[]): Given {
  const counts = changes.some((change) => change.kind === 'verdict_recorded' && change.counts);
  const stopped = changes.some(({ kind }) => kind === 'review_stopped');
  if (stopped) return { counts, next: 'review_stopped' };
  return { counts, next: counts ? 'review_given' : 'review_advice' };
}

function isEnded({ token }: AgentCaller, tokens: GroupScene['facts']['tokens']): boolean {
  const known = tokens.find(({ id }) => id === token.id) ?? token;
  return known.state === 'ended';
}
