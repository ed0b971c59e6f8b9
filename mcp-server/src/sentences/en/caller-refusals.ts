import type { Texts } from '../texts.ts';

/** Rights, tokens, runs and questions: refusals that turn on who is asking. */
export const callerRefusals = {
  token_spent: {
    sentence:
      'This token has already handed in its one document. It still reads and hears verdicts.',
    hint: 'Call `await_verdict`. If a revision is requested, the same token may submit again with that `document_id`.',
  },
  token_ended: {
    sentence: 'This token has done its work and has ended. It still reads, but admits nothing.',
    hint: 'End here. If there is more to do, ask a person for a new token.',
  },
  token_not_for_step: {
    sentence: 'This token was issued for another step than the head[[, which is step {head}]].',
    hint: 'Wait until the head reaches your step, or ask a maintainer for a token for this one.',
  },
  token_not_for_type: {
    sentence: 'This token may not hand in documents of type {type}.',
    hint: 'Ask a maintainer for a token that covers this type.',
  },
  scope_missing: {
    sentence: 'This token lacks a scope[[: {scope}]].',
    hint: 'Do without it, or ask a maintainer for a token that carries it.',
  },
  not_yours: {
    sentence: 'This step or document belongs to another worker, run or person[[: step {step}]].',
    hint: 'Call `continue` for an assignment of your own, or wait.',
  },
  target_reached: {
    sentence: 'This token reaches only to its target step, and the head is past it.',
    hint: 'End here. To go further, ask a person for a new token.',
  },
  run_paused: {
    sentence: 'Your run is paused.[[ {reason}]] Only a person resumes it.',
    hint: 'Call `await_verdict`: it answers when the run is resumed or stopped.',
  },
  run_ended: {
    sentence: 'Your run has ended.[[ {reason}]]',
    hint: 'End here. To go on, ask a person for a new token.',
  },
  run_not_paused: {
    sentence: 'This run is not paused, so there is nothing to resume.',
    hint: 'Read the run again to see its state.',
  },
  own_work: {
    sentence:
      'Authors do not judge their own work, and agents do not judge work of the same issuer.',
    hint: 'Leave the verdict to another person.',
  },
  four_eyes: {
    sentence:
      "This project asks for four eyes: whoever wrote it, or issued its author's token, may not approve it.",
    hint: 'Ask another reviewer of the project.',
  },
  already_approved_by_you: {
    sentence: "You have already approved this revision. Another person's approval is still needed.",
    hint: 'Leave the next approval to somebody else.',
  },
  advice_only: {
    sentence: 'Only a person opens this gate. Your verdict can be advice and nothing more.',
    hint: 'Give the verdict with `review`. It is stored as advice and shown to the person.',
  },
  may_not_judge: {
    sentence: 'Your role does not give verdicts in this project.',
    hint: 'Ask a reviewer to judge, or a maintainer for the role `reviewer`.',
  },
  may_not_write: {
    sentence: 'Your role does not write documents in this project.',
    hint: 'Ask a maintainer for the role `author`.',
  },
  may_not_maintain: {
    sentence: 'Only maintainers of the project do this.',
    hint: 'Ask a maintainer.',
  },
  role_missing: {
    sentence:
      'This gate counts only the verdicts of certain roles[[: {roles}]]. Yours is not among them.',
    hint: 'Ask somebody with one of these roles.',
  },
  needs_person: {
    sentence: 'Only a person does this; a token never does.',
    hint: 'Ask a person to do it in the app.',
  },
  question_open: {
    sentence:
      'A blocking question is open. Nothing is submitted or approved here until every blocking question is answered, withdrawn or dismissed.',
    hint: 'Call `await_verdict` with its `question_id`, or withdraw your own question with `clarify`.',
  },
  question_closed: {
    sentence: 'This question is closed: it was answered, withdrawn or dismissed.',
    hint: 'Read what came of it. Ask again with `clarify` if it does not settle the matter.',
  },
  questions_too_many: {
    sentence: 'This group has as many open questions as it may have[[: {max}]].',
    hint: 'Wait for answers or withdraw questions with `clarify`.',
  },
  not_your_question: {
    sentence: 'Somebody else asked this question, so you cannot withdraw it.',
    hint: 'Leave it open, or have a person dismiss it.',
  },
  agrees_missing: {
    sentence: 'The question carried an assumption, and the answer does not say whether it holds.',
    hint: 'Add `agrees: true` or `agrees: false`.',
  },
  question_not_yours_to_answer: {
    sentence: 'You may not answer this question. An agent never answers one of the same issuer.',
    hint: 'Leave the answer to the person it is assigned to, or to a reviewer.',
  },
  idempotency_key_reused: {
    sentence: 'This idempotency key already stands for another payload.',
    hint: 'Use a new key for new content, or send the first payload again to hear its answer.',
  },
} satisfies Partial<Texts['refusals']>;
