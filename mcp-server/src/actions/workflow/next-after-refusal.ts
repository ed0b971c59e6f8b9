/** When there is no work: the one thing an agent should do, by why the gate would refuse it now. */
import type { Sentences } from '../../dependencies.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import type { RefusalCode } from '../../gate/refusals.ts';
import type { Refusal } from '../../gate/ruling.ts';
import { documentAt, headOf } from '../../gate/sequence.ts';

type Say = (say: Sentences, facts: GroupFacts) => string;

const waits: Say = (say, facts) => {
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
  sequence_undecided: (say) => say.next('sequence_undecided'),
  question_open: (say, facts) => {
    const question = facts.questions.find(({ blocking }) => blocking)?.id;
    return say.next('question_open_wait', question === undefined ? {} : { question });
  },
  run_paused: (say) => say.next('run_paused'),
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
  { code, params }: Refusal,
): string {
  const told = NEXT[code];
  if (told !== undefined) return told(say, facts);
  const { sentence, hint } = say.refusal(code, params);
  return `${sentence} ${hint}`;
}
