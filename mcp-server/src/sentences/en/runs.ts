import type { Texts } from '../texts.ts';

export const runs: Texts['runs'] = {
  working: {
    happened: 'The run is working[[ on step {step}]].',
    now: 'Call `continue` for the assignment and go on.',
  },
  waiting_for_verdict: {
    happened: 'The document[[ {document}]] waits for a verdict.',
    now: 'Call `await_verdict` with the cursor.',
  },
  question_open: {
    happened: 'A blocking question is open, and the step stands still until it is answered.',
    now: 'Call `await_verdict` with the `question_id`.',
  },
  checks_running: {
    happened: 'Checks are running on the document you submitted.',
    now: 'Call `await_verdict` with the cursor.',
  },
  sequence_undecided: {
    happened: 'Nobody has decided the next steps of this group yet.',
    now: 'Call `await_verdict`: it answers when a person decides.',
  },
  not_yours: {
    happened: 'The head of the group is now the work of somebody else.',
    now: 'Call `await_verdict`, or `continue` later.',
  },
  paused_by_person: {
    happened: 'A person paused the run.',
    now: 'Change nothing. Call `await_verdict` until the run is resumed or stopped.',
  },
  clarification_open: {
    happened: 'The round of questions before unattended work is still open. A person closes it.',
    now: 'Ask everything you need with `clarify` now, then call `await_verdict`.',
  },
  checks_failed: {
    happened: 'Required checks failed again and again, so a person has to look.',
    now: 'Call `await_verdict` until the run is resumed or stopped.',
  },
  step_limit: {
    happened: 'The run has done as many steps as it may[[: {max}]].',
    now: 'Call `await_verdict` until a person resumes or stops the run.',
  },
  revision_limit: {
    happened: 'The run has submitted as many revisions at this step as it may[[: {max}]].',
    now: 'Call `await_verdict` until a person resumes or stops the run.',
  },
  time_limit: {
    happened: 'The run has used all the time it may take.',
    now: 'Call `await_verdict` until a person resumes or stops the run.',
  },
  no_change: {
    happened: 'The same content was submitted twice after it had got its verdict.',
    now: 'Ask with `clarify` what is wanted, or call `await_verdict` until a person resumes the run.',
  },
  target_reached: {
    happened: 'The target step is approved: everything asked of this run is done.',
    now: 'End here.',
  },
  rejected: {
    happened: 'A person rejected the document. That means stop, not try again.',
    now: 'Read the reasons, report them to whoever started you, and end here.',
  },
  stopped_by_person: {
    happened: 'A person stopped the run.',
    now: 'End here.',
  },
  token_expired: {
    happened: 'The token of the run expired.',
    now: 'End here. A person can issue a new token.',
  },
  token_revoked: {
    happened: 'A person revoked the token of the run.',
    now: 'End here.',
  },
  issuer_lost_right: {
    happened: 'The person who issued the token may no longer do what it needs.',
    now: 'End here. Another person can issue a new token.',
  },
  group_closed: {
    happened: 'The group is completed or discarded.',
    now: 'End here.',
  },
};
