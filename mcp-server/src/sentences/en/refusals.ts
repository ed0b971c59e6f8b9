import type { Texts } from '../texts.ts';
import { callerRefusals } from './caller-refusals.ts';
import { definitionRefusals } from './definitions.ts';

/** Documents, verdicts, steps and groups; what concerns the caller's rights, tokens and questions is in the other file. */
export const refusals: Texts['refusals'] = {
  ...callerRefusals,
  ...definitionRefusals,
  revision_replaced: {
    sentence:
      'You read revision {seen}, but revision {latest} has arrived. A verdict counts only for the revision that was read.',
    hint: 'Read what changed between the two, then decide on revision {latest}.',
  },
  revision_in_review: {
    sentence: 'This revision waits for its verdict.',
    hint: 'Give the verdict first: what nobody can read can’t be judged. Then redact it.',
  },
  changed_meanwhile: {
    sentence: 'Somebody else changed this group at the same moment. Nothing of yours was stored.',
    hint: 'Read the group again and repeat the call.',
  },
  not_head: {
    sentence:
      'Only the head of the sequence moves, and this document or step is not it.[[ The head is step {head}.]]',
    hint: 'Call `continue` (people: open the group) to see what the head is, and work on that.',
  },
  wrong_type: {
    sentence: 'A document of another type is due here[[: {expected}]][[, not {type}]].',
    hint: 'Hand in a document of the type that is due, or leave `type` out: the server knows it. `continue` tells you what is due.',
  },
  wrong_group: {
    sentence: 'This belongs to another group than the one you named or may write in.',
    hint: 'Use an id of your own group. `find` lists what you can reach.',
  },
  wrong_predecessor: {
    sentence:
      'The document you named as predecessor[[, {predecessor},]] is not the one before this step.',
    hint: 'Name the document before the head, or leave it out: the server knows it.',
  },
  awaiting_verdict: {
    sentence:
      'This step already has a document in review[[: {document}]]. It waits for its verdict.',
    hint: 'Call `await_verdict`. To replace the revision in review, submit with `document_id` set to that document.',
  },
  state_forbids: {
    sentence: 'A document that is {state} does not take this[[ ({verb})]].',
    hint: 'Read the document again and choose one of the verbs it offers now.',
  },
  sequence_changed: {
    sentence:
      'The sequence has moved since you read it[[: you saw version {seen}, it is now version {latest}]].',
    hint: 'Read the sequence again, redo your change on the new version and send that.',
  },
  sequence_undecided: {
    sentence: 'Nobody has decided the steps of this group yet, so there is no step to fill.',
    hint: 'Wait until a person picks a preset or steps.',
  },
  sequence_decided: {
    sentence: 'The steps of this group are already decided.',
    hint: 'Edit the pending part of the sequence instead, under its version.',
  },
  sequence_invalid: {
    sentence:
      'These steps cannot be a sequence.[[ {type} cannot be a step.]][[ Step {step} is named twice, is no longer pending or is of another type.]][[ At most {steps_max} steps are taken.]]',
    hint: 'Use types that may be steps, and keep the `id` of a pending step only with its own type. Leave out reports and the final approval: the server adds them.',
  },
  group_closed: {
    sentence: 'This group is closed[[: it is {state}]]. It can be read but takes nothing more.',
    hint: 'End here. Only a maintainer can reopen a completed group.',
  },
  project_archived: {
    sentence:
      'The project is archived[[: {project}]]. Everything in it can be read, and nothing changed.',
    hint: 'End here. A maintainer of the project can bring it back.',
  },
  too_many_tokens: {
    sentence: 'There are too many live tokens here[[: {limit} is the limit]].',
    hint: 'Revoke those that are no longer needed, then issue this one.',
  },
  no_change: {
    sentence:
      'This revision is the same as the last one, word for word, and that one got its verdict.',
    hint: 'Change what the reasons ask for before you submit. Ask with `clarify` if a reason is not clear. A second time pauses the run.',
  },
  thread_open: {
    sentence:
      'You raised comments of weight must here that are not resolved. They hold your approval.',
    hint: 'Resolve your threads, or request a revision.',
  },
  thread_resolved: {
    sentence: 'This comment is resolved and takes no more replies.',
    hint: 'Start a new comment if there is more to say.',
  },
  thread_not_author: {
    sentence: 'Only the author of the document says that a comment is done.',
    hint: 'Reply to it. If you raised it, resolve it.',
  },
  thread_not_yours: {
    sentence: 'Only the person who raised this comment, or a maintainer, resolves it.',
    hint: 'Reply to it, or mark it done if the document is yours.',
  },
  comments_too_many: {
    sentence: 'There is no room for more comments here[[: at most {max} are taken]].',
    hint: 'Resolve what is settled, and say what remains in one comment.',
  },
  already_reviewed: {
    sentence:
      'You have given your verdict on revision {revision} already, and nothing has changed since.',
    hint: 'Wait for the next revision, or end here.',
  },
  stale_predecessor: {
    sentence: 'A document this one rests on is stale[[: {predecessor}]].',
    hint: 'Have the stale document confirmed or revised first.',
  },
  not_stale: {
    sentence: 'This document is not stale, so there is nothing to confirm.',
    hint: 'Read the document again and go on.',
  },
  stale_documents: {
    sentence: 'The final approval waits for stale documents[[: {documents}]].',
    hint: 'Confirm or revise every one of them, then approve.',
  },
  unfinished_documents: {
    sentence: 'The final approval waits for documents that are not approved[[: {documents}]].',
    hint: 'Decide, withdraw or finish every one of them, then approve.',
  },
  closing_is_approve_only: {
    sentence: 'The server wrote the final approval, so it can only be approved.',
    hint: 'If something is wrong, reopen the document that is wrong. The final approval is then written anew.',
  },
  root_not_withdrawable: {
    sentence: 'The root carries the whole group and cannot be withdrawn.',
    hint: 'Submit a better revision, or have a maintainer discard the group.',
  },
  gate_not_yours: {
    sentence:
      'Only maintainers set who opens a gate. A work plan or an author cannot[[: step {type}]].',
    hint: 'Send the steps without `gate`; the types bring their own.',
  },
  gate_unsatisfiable: {
    sentence: 'Nobody could ever open this gate[[ of {type}]]: too few members may judge it.',
    hint: 'Lower the number of approvals, widen the roles, or add members first.',
  },
  contradicted: {
    sentence:
      'The server found a claim in this document to be untrue. No policy may approve it; a person must.',
    hint: 'Read the contradicted claim, then decide in person or request a revision.',
  },
  too_many_documents: {
    sentence: 'This group has as many documents of this type as it may have[[: {max}]].',
    hint: 'Put it into a new revision of an existing document, or leave it out.',
  },
  not_a_conversation: {
    sentence: '{document} is not a conversation, so it takes no turns.',
    hint: 'Open a conversation with `submit` and type CH, or hand in a document.',
  },
  too_many_turns: {
    sentence: 'This conversation has as many turns as it may have[[: {max}]].',
    hint: 'Open another conversation that cites the turns that count.',
  },
  not_gated: {
    sentence: 'This document has no gate, so nobody has to judge it.',
    hint: 'Give no verdict here. To say something about it, comment.',
  },
  reason_missing: {
    sentence: 'This verdict needs a reason, so that the author knows what to do.',
    hint: 'Say what is wrong and what would be right.',
  },
  response_missing: {
    sentence: 'A revision answers every open reason. These have no response yet[[: {reasons}]].',
    hint: 'Add one `{ "reason_id", "text", "done" }` to `responses` for every open reason.',
  },
  held_not_found: {
    sentence: 'This held verdict is no longer there: it took effect, was undone or was made void.',
    hint: 'Read the document again to see where it stands.',
  },
};
