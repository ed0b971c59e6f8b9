/** When there is no work: the one thing an agent should do, by why the gate would refuse it now. */
import type { Sentences } from '../../dependencies.ts';
import type { GroupFacts, RunFacts, TokenFacts } from '../../gate/facts.ts';
import type { RefusalCode } from '../../gate/refusals.ts';
import type { Refusal } from '../../gate/ruling.ts';
import { documentAt, headOf } from '../../gate/sequence.ts';

type Say = (say: Sentences, facts: GroupFacts, token: TokenFacts) => string;

const waits = (say: Sentences, facts: GroupFacts): string => {
  const head = headOf(facts);
  const document = head && documentAt(facts, head.id);
  return document
    ? say.next('token_spent_wait', { document: document.id })
    : say.next('waiting_for_people');
};
const done: Say = (say) => say.next('target_reached');

const NEXT: Partial<Record<RefusalCode, Say>> = {
  awaiting_verdict: waits,
  token_spent: waits,
  token_ended: done,
  target_reached: done,
  closing_is_approve_only: done,
  token_not_for_step: done,
  not_head: (say) => say.next('waiting_for_people'),
  sequence_undecided: proposeOrWait,
  question_open: (say, facts) => {
    const question = facts.questions.find(({ blocking }) => blocking)?.id;
    return say.next('question_open_wait', question === undefined ? {} : { question });
  },
  run_paused: (say, facts, { id }) =>
    nextWhilePaused(say, facts.runs.find(({ tokenId }) => tokenId === id) ?? null),
  run_ended: (say) => say.next('run_ended'),
  not_yours: (say) => say.next('not_yours'),
  state_forbids: (say, facts) => {
    const head = headOf(facts);
    const document = head && documentAt(facts, head.id);
    return document?.state === 'rejected'
      ? say.next('rejected_end', { document: document.id })
      : waits(say, facts);
  },
  group_closed: (say, { state }) =>
    say.next(state === 'completed' ? 'group_completed' : 'group_discarded'),
};

export function nextAfterRefusal(
  say: Sentences,
  facts: GroupFacts,
  token: TokenFacts,
  { code, params }: Refusal,
): string {
  const told = NEXT[code];
  if (told !== undefined) return told(say, facts, token);
  const { sentence, hint } = say.refusal(code, params);
  return `${sentence} ${hint}`;
}

/** A round of questions is no standstill: more may be asked until a person closes it. */
export function nextWhilePaused(say: Sentences, run: Pick<RunFacts, 'reason'> | null): string {
  return say.next(run?.reason === 'clarification_open' ? 'clarification_wait' : 'run_paused');
}

/** Who may plan proposes the steps, or mends the plan that was sent back; for everybody else a person decides. */
function proposeOrWait(say: Sentences, facts: GroupFacts, { scopes }: TokenFacts): string {
  if (!scopes.includes('plan')) return say.next('sequence_undecided');
  const plan = facts.documents.findLast(
    ({ series, state }) => series === 'plan' && state !== 'approved' && state !== 'withdrawn',
  );
  if (plan === undefined) return say.next('sequence_propose');
  const named = { document: plan.id };
  if (plan.state === 'revision_requested') return say.next('plan_revise', named);
  if (plan.state === 'rejected') return say.next('rejected_end', named);
  return say.next('submitted_waiting', named);
}
