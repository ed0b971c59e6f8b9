/** What a waiting agent does next, by what it hears. After an approval only `continue` gives the next step. */
import type { Sentences } from '../../dependencies.ts';
import type { GroupFacts, RunFacts } from '../../gate/facts.ts';
import { approvalsHave, approvalsNeeded } from '../../gate/judging.ts';
import { isClarifying } from '../../gate/runs.ts';
import { remainingSteps } from '../../gate/sequence.ts';
import { waitsOnAuthor } from '../../gate/threads.ts';
import type { Caller } from '../../identity/caller.ts';
import { nextWhilePaused } from '../workflow/next-after-refusal.ts';

export interface Heard {
  readonly documentId: string | null;
  readonly questionId: string | null;
  readonly document: { readonly state: string } | null;
  readonly answers: readonly { readonly question_id: string; readonly state: string }[];
  readonly turns: readonly { readonly document_id: string; readonly turn: number }[];
  readonly run: RunFacts | null;
  readonly caller: Caller;
  /** Nothing was named, and the open step is the caller's to write. */
  readonly isTurn: boolean;
  /** The caller's token was taken away while it waited. */
  readonly revoked: boolean;
  /** Something happened besides turns of conversations. */
  readonly beyondTalk: boolean;
}

export function nextAfterWaiting(say: Sentences, facts: GroupFacts, heard: Heard): string {
  const { documentId, document, run } = heard;
  if (facts.state === 'discarded') return say.next('group_discarded');
  if (facts.state === 'completed') return say.next('group_completed');
  if (heard.revoked && run === null) return say.next('token_gone');
  if (heard.caller.kind === 'agent' && heard.caller.token.scopes.includes('review')) {
    return talkOf(say, heard) ?? say.next('review_wait');
  }
  if (document?.state === 'rejected') {
    return say.next('rejected_end', { document: documentId ?? '' });
  }
  if (run?.state === 'ended') return endOf(say, run);
  if (run?.state === 'paused') return nextWhilePaused(say, run);
  if (heard.isTurn) return nextForTurn(say, heard);
  return talkOf(say, heard) ?? nextForQuestion(say, heard) ?? nextForDocument(say, facts, heard);
}

function endOf(say: Sentences, { reason }: RunFacts): string {
  return reason === 'target_reached' ? say.next('target_reached') : say.next('run_ended');
}

/** A revision that was asked for says so itself; else the assignment does. */
function nextForTurn(say: Sentences, { documentId, document, answers }: Heard): string {
  if (document?.state === 'revision_requested') {
    return say.next('revision_requested_fix', { document: documentId ?? '' });
  }
  const answered = answers.some(({ state }) => state === 'answered');
  return say.next(answered ? 'question_answered' : 'your_turn');
}

/** Null where something weightier happened, or nobody said anything. */
function talkOf(say: Sentences, { turns, beyondTalk }: Heard): string | null {
  const last = turns.at(-1);
  if (beyondTalk || last === undefined) return null;
  return say.next('conversation_heard', { document: last.document_id, newest: last.turn });
}

function nextForQuestion(say: Sentences, { questionId, answers }: Heard): string | null {
  const question = answers.find(({ question_id }) => question_id === questionId);
  if (question?.state === 'answered') return say.next('question_answered');
  return question?.state === 'dismissed' ? say.next('question_dismissed') : null;
}

function nextForDocument(say: Sentences, facts: GroupFacts, heard: Heard): string {
  const { documentId, document, caller } = heard;
  if (documentId === null || document === null) {
    return facts.decided ? say.next('waiting_for_people') : say.next('sequence_undecided');
  }
  const judged = facts.documents.find(({ id }) => id === documentId);
  switch (document.state) {
    case 'approved':
      return hasMore(facts, caller)
        ? say.next('approved_continue', { document: documentId })
        : say.next('approved_end', { document: documentId });
    case 'revision_requested':
      return say.next('revision_requested_fix', {
        document: documentId,
        reasons: judged?.openReasonIds.join(', '),
      });
    case 'withdrawn':
      return say.next('document_withdrawn', { document: documentId });
    default:
      break;
  }
  if (isClarifying(facts)) {
    const question = facts.questions.find(({ blocking }) => blocking)?.id;
    return say.next('question_open_wait', { question });
  }
  if (judged && waitsOnAuthor(judged).length > 0) {
    return say.next('comments_open', { document: documentId });
  }
  if (judged?.gate && approvalsHave(judged) > 0) {
    return say.next('approval_partial', {
      document: documentId,
      have: approvalsHave(judged),
      need: approvalsNeeded(judged.gate),
    });
  }
  return say.next('nothing_yet');
}

/** The token admits another step after this one. */
function hasMore(facts: GroupFacts, caller: Caller): boolean {
  if (caller.kind !== 'agent') return false;
  const token = facts.tokens.find(({ id }) => id === caller.token.id) ?? caller.token;
  return token.state === 'live' && remainingSteps(facts, token).length > 0;
}
