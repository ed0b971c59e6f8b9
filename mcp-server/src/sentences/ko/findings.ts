import type { Texts } from '../texts.ts';

/** What the server saw, one sentence each. Paths and names are data: they stand in code marks. */
export const findings: Texts['findings'] = {
  file_intact: '제출된 바이트 그대로입니다({sha}).',
  file_broken: '제출된 바이트와 더 이상 같지 않습니다.',
  clone_unreadable: '연결된 저장소를 읽을 수 없었습니다.',
  commit_elsewhere: '연결된 저장소가 아닌 다른 저장소에 있습니다.',
  commit_missing: '연결된 저장소에 {sha} 커밋이 없습니다.',
  commit_abandoned: '{sha} 커밋을 담은 브랜치가 더 이상 없습니다.',
  commit_moved_on: '{sha} 커밋의 파일 {files}개가 그 뒤 브랜치에서 바뀌었습니다[[(예: `{path}`)]].',
  commit_found:
    '{sha} 커밋이 있습니다. 파일 {files}개가 바뀌었고 {added}줄이 추가되고 {deleted}줄이 삭제되었습니다.',
  diff_unreadable: '패치로 읽을 수 없습니다.',
  diff_without_commit: '비교할 커밋이 적혀 있지 않습니다.',
  diff_matches: '적힌 커밋이 바꾼 내용과 같습니다(파일 {files}개).',
  diff_differs: '`{path}`에 대해 적힌 커밋과 다른 내용입니다.',
  seen_on_other_commit: 'CI는 {sha}에서 실행했는데, 이 보고서에 적힌 커밋이 아닙니다.',
  command_seen: 'CI가 {sha}에서 같은 명령을 실행했고 종료 코드는 {exit}입니다.',
  command_differs: 'CI가 {sha}에서 같은 명령을 실행했지만 종료 코드는 {exit}입니다.',
  tests_unreadable: '테스트 실행 결과로 읽을 수 없습니다.',
  tests_fail_in_ci: 'CI에서는 {sha}에서 테스트 {total}개 중 {failed}개가 실패했습니다.',
  tests_seen: 'CI가 {sha}에서 테스트 {total}개를 실행했습니다. 성공 {passed}개, 실패 {failed}개.',
  check_tests_failed: 'CI에서 {sha}의 테스트 {total}개 중 {failed}개가 실패했습니다.',
  check_tests_incomplete: '{sha}에서 CI의 테스트 실행이 중간에 끊겼습니다.',
  check_command_failed: 'CI에서 {sha}의 {name}이(가) 종료 코드 {exit}(으)로 끝났습니다.',
  check_no_commit: '연결된 저장소에 있는 커밋이 하나도 적혀 있지 않습니다.',
  check_no_diff: '제출된 diff가 없습니다.',
  files_list_missing: '파일이 바뀌었지만 `changed_paths`에 적힌 것이 없습니다.',
  file_out_of_scope: '작업 범위 밖에 있는 `{path}`이(가) 바뀌었습니다.',
  file_not_changed: '`{path}`을(를) 바꿨다고 했지만 바뀌지 않았습니다.',
  file_not_claimed: '`{path}`이(가) 바뀌었지만 적혀 있지 않습니다.',
  claim_is_contradicted: '주장 {claim}은(는) 사실과 다릅니다.',
  claim_is_outdated: '주장 {claim}의 근거가 그 뒤 바뀌었습니다.',
  claim_is_unverified: '주장 {claim}은(는) 에이전트의 말에만 근거합니다.',
  criterion_changed: '기준 {criterion}의 내용이 그 뒤 바뀌었습니다.',
};

export const checks: Texts['checks'] = {
  tests_pass: 'CI 테스트 통과',
  commands_pass: 'CI 명령 성공',
  commit_exists: '적힌 커밋이 존재함',
  diff_applies: 'diff가 커밋과 일치함',
  files_match: '적힌 파일이 실제로 바뀐 파일과 일치함',
  claims_verified: '모든 주장이 검증됨',
};

export const standings: Texts['standings'] = {
  verified: '검증됨',
  contradicted: '사실과 다름',
  unverified: '에이전트의 말',
  outdated: '이전 상태 기준',
};

export const evidenceKinds: Texts['evidenceKinds'] = {
  commit: '커밋',
  diff: '변경 내용',
  command: '명령',
  test_run: '테스트 실행',
  file: '파일',
  url: '주소',
  note: '메모',
};
