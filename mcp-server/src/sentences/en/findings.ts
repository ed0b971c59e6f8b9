import type { Texts } from '../texts.ts';

/** What the server saw, one sentence each. Paths and names are data: they stand in code marks. */
export const findings: Texts['findings'] = {
  file_intact: 'The bytes are those that were handed in ({sha}).',
  file_broken: 'The bytes are no longer those that were handed in.',
  clone_unreadable: 'The linked repository could not be read.',
  commit_elsewhere: 'It is in another repository than the linked one.',
  commit_missing: 'The linked repository has no commit {sha}.',
  commit_abandoned: 'No branch holds commit {sha} any more.',
  commit_moved_on:
    '{files|file|files} of commit {sha} changed on its branch since[[, first of all `{path}`]].',
  commit_found:
    'Commit {sha} is there: {files|file|files} changed, {added} added and {deleted} removed lines.',
  diff_unreadable: 'It can’t be read as a patch.',
  diff_without_commit: 'No commit is named that it could be compared with.',
  diff_matches: 'It is what the named commit changed, in {files|file|files}.',
  diff_differs: 'It says something else about `{path}` than the named commit.',
  seen_on_other_commit: 'CI ran on {sha}, which is not a commit this report names.',
  command_seen: 'CI ran the same on {sha} and saw exit code {exit}.',
  command_differs: 'CI ran the same on {sha}, but saw exit code {exit}.',
  tests_unreadable: 'It can’t be read as a test run.',
  tests_fail_in_ci: 'In CI {failed} of {total|test|tests} failed on {sha}.',
  tests_seen: 'CI ran {total|test|tests} on {sha}: {passed} passed, {failed} failed.',
  check_tests_failed: '{failed} of {total|test|tests} failed in CI on {sha}.',
  check_tests_incomplete: 'The test run in CI on {sha} broke off.',
  check_command_failed: '{name} ended with exit code {exit} in CI on {sha}.',
  check_no_commit: 'No commit is named that the linked repository holds.',
  check_no_diff: 'No diff was handed in.',
  files_list_missing: 'Files changed, but `changed_paths` names none.',
  file_out_of_scope: '`{path}` changed, which lies outside the task.',
  file_not_changed: '`{path}` is said to be changed, but isn’t.',
  file_not_claimed: '`{path}` changed, but isn’t named.',
  claim_is_contradicted: 'Claim {claim} is contradicted.',
  claim_is_outdated: 'Claim {claim} rests on something that has changed since.',
  claim_is_unverified: 'Claim {claim} rests on the agent’s word alone.',
  criterion_changed: 'Criterion {criterion} reads otherwise now.',
};

export const checks: Texts['checks'] = {
  tests_pass: 'Tests pass in CI',
  commands_pass: 'Commands succeed in CI',
  commit_exists: 'Named commits exist',
  diff_applies: 'Diffs match the commits',
  files_match: 'Named files are those that changed',
  claims_verified: 'Every claim is verified',
};

export const standings: Texts['standings'] = {
  verified: 'verified',
  contradicted: 'contradicted',
  unverified: 'the agent’s word',
  outdated: 'outdated',
};

export const evidenceKinds: Texts['evidenceKinds'] = {
  commit: 'commit',
  diff: 'diff',
  command: 'command',
  test_run: 'test run',
  file: 'file',
  url: 'address',
  note: 'note',
};
