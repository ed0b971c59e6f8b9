import type { Texts } from '../texts.ts';

/** `attention` phrases stand beside a title in the queue; headline parts stand above the agent's prose. */
export const headlines: Texts['headlines'] = {
  document: '{type}[[ for {answers}]], revision {revision}.',
  report:
    '{type}[[ for {answers}]], revision {revision}: {claims|claim|claims}[[, {contradicted} contradicted]][[, {verified} verified]][[, {evidenced} with evidence]][[, {outdated} outdated]][[, {attested} only the agent’s word]].',
  closing:
    '{type}, revision {revision}: {documents|document|documents} in this group[[, {unread} not read by a person]][[, {stale} stale]].',
  criteria: '{criteria|acceptance criterion|acceptance criteria}.',
  criteria_none: 'No acceptance criteria.',
  responses: '{answered} of {reasons|reason|reasons} answered.',
  assumptions: 'Rests on {assumptions|assumption|assumptions} nobody has confirmed.',
  questions_open: '{questions|question|questions} open.',
  threads_open: '{threads|thread|threads} open.',
  stale: 'Stale[[: {cause} changed after this was approved]].',
  contradicted: '{contradicted|claim is|claims are} contradicted by what the server found.',
  checks_none: 'No checks configured.',
  checks_running: 'The server is still looking.',
  checks_waiting: 'Waits for what CI sees.',
  checks_overdue: 'CI has not reported what a required check rests on.',
  checks_done: 'Checks: {passed} passed[[, {failed} failed]][[, {missing} not observed]].',
  files: '{changed|file|files} changed[[, {unmentioned} not mentioned]].',
  tests_observed: 'Tests ran in CI on {sha}[[: {failed} of {total} failed]].',
  own_work: 'Author and approver are the same person, or the approver issued the author’s token.',
  not_read_by_person: 'Approved by policy, not read by a person.',
  redacted: 'The text of this revision was redacted on {at} by {who}. Reason: {because}',
  redacted_by_age: 'kept for {days|day|days} after closing',
};

export const attention: Texts['attention'] = {
  asked_to_judge: 'waits for your verdict',
  resubmitted: 'revised after your request',
  thread_open: 'an open comment waits for the author',
  review_stopped: 'reviewing agents go in circles: decide',
  revision_requested: 'a revision is requested',
  rejected: 'rejected: decide what happens next',
  question_open: 'a question waits for an answer',
  question_answered: 'your question is answered',
  stale: 'stale: confirm or reopen it',
  step_open: 'the next step is open',
  issue_a_token: 'nobody can go on: issue a token',
  sequence_undecided: 'the steps are undecided',
  final_approval: 'waits for the final approval',
  run_paused: 'a run is paused',
  stand_in: 'past due: you stand in',
  gate_unsatisfiable: 'nobody can open this gate any more',
  contradicted: 'a claim is contradicted',
  checks_failed: 'a check is red',
  checks_running: 'checks come first',
};
