import type { Texts } from '../texts.ts';
import { definitionFaults } from './definitions.ts';

export const wholeInput: Texts['wholeInput'] = 'the input';

export const faults: Texts['faults'] = {
  ...definitionFaults,
  unknown_key: {
    message: '`{path}` is not a key this call knows.',
    fix: 'Remove it.[[ Did you mean `{nearest}`?]][[ Known here: {known}.]]',
  },
  missing: {
    message: '`{path}` is required and missing.',
    fix: 'Add `{path}`[[ ({expected})]].',
  },
  wrong_type_of_value: {
    message: '`{path}` has the wrong kind of value.',
    fix: 'Send the right kind of value at `{path}`[[: {expected}]].',
  },
  too_long: {
    message: '`{path}` is too long[[: at most {max} characters are taken]].',
    fix: 'Shorten it, keeping what shows the claim. A whole log goes to `POST /api/v1/attachments`; name its id as `attachment`.',
  },
  too_short: {
    message:
      '`{path}` is too short or empty[[: at least {min|character is|characters are} needed]].',
    fix: 'Write what belongs there.',
  },
  too_many_items: {
    message: '`{path}` has too many items[[: at most {max} are taken]].',
    fix: 'Send fewer.',
  },
  not_one_of: {
    message: '`{path}` is not one of the words taken here.',
    fix: '[[Did you mean `{nearest}`? ]]Use one that is listed[[: {allowed}]].',
  },
  malformed: {
    message: '`{path}` does not have the right form[[: {format}]].',
    fix: 'Write it exactly as its description says or as the server gave it[[: {expected}]].',
  },
  not_a_number: {
    message: '`{path}` must be a number.',
    fix: 'Send a bare number without quotes at `{path}`.',
  },
  out_of_range: {
    message: '`{path}` is out of range.',
    fix: 'Send a value within the limits[[, at least {min}]][[, at most {max}]].',
  },
  claim_missing: {
    message: 'A report makes at least one claim, and there is none.',
    fix: 'Add `claims: [{ "statement", "meets", "evidence" }]`: one entry for each thing you say is done or found.',
  },
  evidence_missing: {
    message: '`{path}` has no evidence, or only a note. A note alone proves nothing.',
    fix: 'Add evidence of kind commit, diff, command, test_run or url, such as the command you ran with its exit code and output.',
  },
  response_missing: {
    message: 'The open reason {reason} has no response.',
    fix: 'Add `{ "reason_id", "text", "done" }` for {reason} to `responses`: say what you changed, or why not.',
  },
  reason_unknown: {
    message: '`{path}` names a reason that is not open on this document.',
    fix: '[[Open reasons: {open}. ]]Take the ids from `reasons` of your assignment.',
  },
  reason_missing: {
    message: 'This verdict needs a reason.',
    fix: 'Say at `{path}` what is wrong and what would be right.',
  },
  anchor_unknown: {
    message:
      '`{path}` points at nothing: the words or lines are not in that revision, or it has no such claim.',
    fix: 'Quote words of the revision as they stand, or name its lines or the number of a claim.',
  },
  criterion_unknown: {
    message: '`{path}` names a criterion that does not exist.',
    fix: '[[Use one of: {known}. ]]`R.1` is the first criterion of the root, `T.2` the second of the instruction you answer; others read `0004-T.2`.',
  },
  cite_unknown: {
    message: '`{path}` cites a document or turn that does not exist in your reach.',
    fix: 'Check the id with `find`, or remove it.',
  },
  secret_found: {
    message: '`{path}` seems to hold a secret: a token, a key or a password.',
    fix: 'Replace it with a placeholder such as `***` and send again. If the secret is real, tell a person to change it; if it is none, a maintainer can allow it under Administration.',
  },
  field_invalid: {
    message: '`{path}` does not fit the fields of this type[[: {rule}]].',
    fix: 'Call `read` with the type code as `id` to see its fields and their limits.',
  },
  control_character: {
    message: '`{path}` holds a control character that cannot be stored.',
    fix: 'Remove it. Line breaks and tabs are fine.',
  },
  unstorable: {
    message:
      '`{path}` holds a character that cannot be stored: half of one (a lone surrogate) or U+0000.',
    fix: 'Remove it, and do not cut text inside an emoji. Send valid Unicode.',
  },
  depth_exceeded: {
    message: '`{path}` is nested too deep[[: at most {max} levels are taken]].',
    fix: 'Flatten it.',
  },
  option_unknown: {
    message: '`{path}` is not an option of this question.',
    fix: 'Choose one of its options[[, 1 to {max}]], or answer in `text`.',
  },
  agrees_missing: {
    message: 'The question carried an assumption, and the answer does not say whether it holds.',
    fix: 'Add `agrees: true` or `agrees: false`.',
  },
  step_unknown: {
    message: '`{path}` names a step that this sequence does not have.',
    fix: 'Read the sequence again and use the `id` of one of its steps.',
  },
  type_unknown: {
    message: '`{path}` is not a document type of this project.',
    fix: '[[Did you mean {nearest}? ]]Use one that is listed[[: {allowed}]].',
  },
  preset_unknown: {
    message: '`{path}` is not a preset of this project.',
    fix: '[[Did you mean {nearest}? ]]Use one that is listed[[: {allowed}]].',
  },
  question_unknown: {
    message: '`{path}` is not a question of this group.',
    fix: 'Use a `question_id` that `clarify` or `continue` gave you.',
  },
  type_not_a_root: {
    message: '`{path}` is not a type that opens a group.',
    fix: 'Open the group with a type of the series root[[: {allowed}]].',
  },
  type_not_a_step: {
    message: '`{path}` is not a type that can be a step.',
    fix: 'Leave it out. [[Steps may be: {allowed}. ]]Reports and the final approval are added by the server.',
  },
  answer_empty: {
    message: 'The answer is empty.',
    fix: 'Give an `option`, a `text`, or both.',
  },
  person_unknown: {
    message: '`{path}` names nobody with an account here.',
    fix: 'Check the user name, or have an admin create the account.',
  },
  taken: {
    message: '`{path}` is already taken.',
    fix: 'Choose another.',
  },
  not_unique: {
    message: '`{path}` has the same item twice.',
    fix: 'Make each one different.',
  },
  combination: {
    message: '`{path}` does not belong to evidence of kind {kind}.',
    fix: 'Remove it[[; kind {kind} takes: {allowed}]].',
  },
  password_common: {
    message: 'This password is easy to guess: it is widely used, or close to the name or address.',
    fix: 'Choose a longer one, such as four or more unrelated words.',
  },
  content_altered: {
    message: '`{path}` does not agree with the content that arrived: it was altered on its way.',
    fix: 'Send the content as a JSON string in UTF-8, not through a shell, and count it after the last change.',
  },
  member_misplaced: {
    message: '`{path}` does not belong to this action; it belongs to action {action}.',
    fix: 'Leave it out, or use action {action}.',
  },
  password_wrong: {
    message: 'This is not your current password.',
    fix: 'Type the password you signed in with.',
  },
  code_wrong: {
    message: 'This code is not right, or was used before.',
    fix: 'Wait for the next code of your app, or use a backup code.',
  },
  address_refused: {
    message: '`{path}` is no address that can be called from here.',
    fix: 'Name an http or https address on the public internet, without a password in it. An admin can allow hosts of your own network with FLOWGATE_OUTGOING_HOSTS.',
  },
  password_same: {
    message: 'This is the password you have now.',
    fix: 'Choose another one.',
  },
  second_factor_on: {
    message: 'This account has a second factor already.',
    fix: 'Turn it off first to set up another one.',
  },
  second_factor_off: {
    message: 'This account has no second factor.',
    fix: 'There is nothing to do.',
  },
  enrolment_over: {
    message: 'The set-up was begun too long ago, or somewhere else again.',
    fix: 'Begin again: you get a new QR code.',
  },
  deactivated: {
    message: 'This account is deactivated.',
    fix: 'Reactivate it first.',
  },
  attachment_unknown: {
    message: '`{path}` names no upload of yours in this group.',
    fix: 'Upload it with `POST /api/v1/attachments` and name the id of the answer.',
  },
  attachment_unfinished: {
    message: '`{path}` is not whole yet[[: {received} bytes have come]].',
    fix: 'Send the rest first.',
  },
  hash_mismatch: {
    message: '`{path}` is not the hash of the bytes that arrived.',
    fix: 'Upload it again.',
  },
  test_run_unreadable: {
    message: '`{path}` can’t be read as a test run[[ in the format {format}]].',
    fix: 'Send the report as the test runner wrote it, without a document type and with at least one test.',
  },
  repository_unknown: {
    message: '`{path}` is no readable clone in the folder of repositories.',
    fix: 'Put a clone there and name its folder.',
  },
};
