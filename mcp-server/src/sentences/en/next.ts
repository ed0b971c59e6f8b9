import type { Texts } from '../texts.ts';

/** Each ends an answer to an agent: one explicit thing to do, with the tool that does it, or "End here". */
export const next: Texts['next'] = {
  submitted_waiting:
    '{document} is in review. Call `await_verdict` with `document_id` "{document}" and the cursor of this answer. Do not start the next step before it is approved.',
  submitted_approved:
    '{document} was approved by policy, not read by a person. Call `continue` to receive your next assignment.',
  approved_continue: '{document} is approved. Call `continue` to receive your next assignment.',
  approved_end: '{document} is approved and this token has done its work. End here.',
  approval_partial:
    '{document} has {have} of {need} approvals and is still in review. Call `await_verdict` again with the new cursor.',
  revision_requested_fix:
    'A revision of {document} is requested. Do what each reason asks, then call `submit` with `document_id` "{document}" and one entry in `responses` for every `reason_id`[[: {reasons}]]. If a reason is not clear, ask with `clarify`.',
  rejected_end:
    '{document} is rejected. That means stop: do not submit it again. Report the reasons to whoever started you. End here.',
  document_withdrawn:
    '{document} was withdrawn and its step is empty. Call `continue` to learn whether there is work for you.',
  question_open_wait:
    'A blocking question is open, so nothing can be submitted here. Call `await_verdict` with its `question_id`[[ "{question}"]] and the cursor of this answer.',
  question_answered:
    'Your question is answered: read `answers` and follow it. Then go on with the document, or call `continue` for the assignment.',
  question_dismissed:
    'A person dismissed your question without an answer. Decide yourself, write down what you assumed, and go on with `continue`.',
  nothing_yet:
    'Nothing has happened yet. That is no failure. Call `await_verdict` again with the new cursor[[ after {seconds|second|seconds}]].',
  asked_early:
    'Nothing has happened yet, and you asked sooner than advised. One long wait costs less than many short ones: leave `max_wait_seconds` out, do other work, or end here and come back later; with the cursor nothing is missed. Call `await_verdict` again with the new cursor[[ after {seconds|second|seconds}]].',
  your_turn:
    'Nobody else has to act: there is work for you. Call `continue` to receive your assignment.',
  token_gone:
    'Your token was revoked: it opens nothing any more. Report that to whoever started you. End here.',
  conversation_heard:
    'Others wrote in {document}. Read `turns` (a `text` that is null with `read`). Answer with `converse`, `document_id` "{document}" and `based_on_turn` {newest} if there is something to say, then go on, or call `await_verdict` again with the new cursor.',
  target_reached: 'The target step of this token is approved: all its work is done. End here.',
  group_completed: 'The group is completed: its final approval is given. End here.',
  group_discarded: 'The group is discarded and read-only. Stop all work on it. End here.',
  sequence_undecided:
    'A person has yet to decide the steps of this group. Call `await_verdict` with the cursor[[ after {seconds|second|seconds}]].',
  sequence_propose:
    'The steps of this group are undecided, and you may propose them. Read the root and the type "WP" with `read`, then call `submit` with `type` "WP" and the steps in `fields`. Do not start on a step before a person approves the plan.',
  plan_revise:
    'A revision of your plan {document} is requested. Call `await_verdict` with `document_id` "{document}": it answers at once with the reasons and what to do.',
  clarification_ask:
    'Before unattended work a person hears your questions. Read everything in `read` and think the whole work through. Ask everything that is unclear in one call of `clarify`, then call `await_verdict` with the cursor. Submit nothing before the round is closed.',
  clarification_wait:
    'The round of questions is still open, and only a person closes it. Call `await_verdict` with the cursor. Submit nothing meanwhile.',
  run_paused:
    'The run is paused and only a person resumes it. Change nothing. Call `await_verdict` with the cursor.',
  run_ended: 'The run has ended. Report what `run.message` says to whoever started you. End here.',
  dry_run_valid:
    'This would be accepted. Nothing was stored. Call `submit` with exactly the same arguments.',
  dry_run_invalid:
    'This would be refused: {count|fault|faults}. Nothing was stored. Mend every entry of `problems`, then call `dry_run` or `submit` again.',
  memo_stored:
    'The memo {document} is stored. Nobody has to approve it. Go on with your own assignment.',
  clarify_registered_blocking:
    'Your question is registered and holds this step. Call `await_verdict` with the `question_id`[[ "{question}"]] and the cursor of this answer. Do not guess and do not submit meanwhile.',
  clarify_registered_open:
    'Your question is registered and holds nothing. Go on with your assignment on the assumption you gave; it is recorded on the document you submit next.',
  clarify_answered: 'The answer is stored and whoever asked is told. Go on with your own work.',
  clarify_withdrawn: 'The question is withdrawn. Call `continue` to go on.',
  assignment_submit:
    'Read everything in `read`, then follow `guide` and `template` to write a {type}. Check it with `dry_run`, then hand it in with `{tool}`. If something decisive is unclear, ask with `clarify` instead of guessing.',
  assignment_revise:
    'Revise {document}: do what each entry of `reasons` asks. Then call `submit` with `document_id` "{document}" and one response for every `reason_id`.',
  assignments_choose:
    'Choose one of `assignments` and call `continue` with its `group` to take it.',
  waiting_for_people:
    'There is no work for you until a person acts. Call `await_verdict` with the cursor[[ after {seconds|second|seconds}]].',
  not_yours:
    'The head of this group is the work of somebody else. Call `continue` again[[ after {seconds|second|seconds}]], or end here if you have nothing to wait for.',
  token_spent_wait:
    'Your document {document} is handed in and this token admits no other. Call `await_verdict` with `document_id` "{document}".',
  read_more: 'There is more: call `read` with the same arguments and `offset` {offset}.',
  read_complete: 'That is all of it. Go on with your assignment.',
  find_more: 'There are more: call `find` with the same arguments and the cursor of this answer.',
  find_complete: 'That is all there is. Call `read` with an `id` to open one.',
  find_nothing: 'Nothing matches in your reach. Try other words or fewer filters.',
  conversation_opened:
    'The conversation {document} is open. Say what you have to say with `converse` and `document_id` "{document}"; `await_verdict` with the same id and the cursor tells you of the next turn.',
  converse_turn:
    'Your turn {turn} is stored. Read `newer_turns` if there are any. Call `await_verdict` with `document_id` "{document}" to hear the next turn, or go on with your assignment.',
  converse_newer:
    'Your turn {turn} is stored and marked: others had written what you had not read. Read `newer_turns` (a `text` that is null with `read`); if it changes what you said, write again with `based_on_turn` {newest}. Call `await_verdict` with `document_id` "{document}" to hear the next turn, or go on with your assignment.',
  review_given:
    'Your verdict is recorded and counts. Call `continue` for the next document to review, or end here.',
  review_advice:
    'Your verdict is stored as advice: a person decides. Call `continue` for the next document to review, or end here.',
  reviews_choose:
    'Take the first of `reviews`. Call `read` with its `document_id` for body and claims, then with `part` "summary" for comments. Read its guide too: `read` with its type code. Judge it by that, then call `review` with that `revision`: approve if it may stand, request_revision with one finding for each thing to mend, reject only if the work must stop. Change nothing yourself.',
  reviews_none:
    'Nothing waits for your review. [[Call `await_verdict` with `group` "{group}" and the cursor of this answer. ]]Or call `continue` again later, or end here.',
  review_wait: 'Something changed. Call `continue` for the documents that wait for your review.',
  review_stopped:
    'Your verdict repeats what was sent back before, so it is stored as advice and a person decides. End here for this document.',
  comments_open:
    'A reviewer commented on {document}, which is still in review: read `reasons`. To answer, call `submit` with `document_id` "{document}", the whole body and one entry in `responses` for every `reason_id`.',
};
