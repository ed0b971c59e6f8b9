import type { Texts } from '../texts.ts';

export const headlines: Texts['headlines'] = {
  document: '{type}[[({answers}에 대한 답)]], 개정 {revision}.',
  report:
    '{type}[[({answers}에 대한 답)]], 개정 {revision}: 주장 {claims}건[[, 사실과 다름 {contradicted}건]][[, 검증됨 {verified}건]][[, 증거 있음 {evidenced}건]][[, 이전 상태 기준 {outdated}건]][[, 에이전트의 말뿐 {attested}건]].',
  closing:
    '{type}, 개정 {revision}: 이 그룹의 문서 {documents}건[[, 사람이 읽지 않음 {unread}건]][[, 재확인 필요 {stale}건]].',
  criteria: '인수 기준 {criteria}개.',
  criteria_none: '인수 기준이 없습니다.',
  responses: '사유 {reasons}건 중 {answered}건에 응답.',
  assumptions: '아무도 확인하지 않은 가정 {assumptions}건에 근거합니다.',
  questions_open: '열린 질문 {questions}건.',
  threads_open: '열린 의견 스레드 {threads}건.',
  stale: '재확인 필요[[: 승인된 뒤 {cause} 문서가 바뀌었습니다]].',
  contradicted: '서버가 확인한 사실과 다른 주장이 {contradicted}건 있습니다.',
  checks_none: '설정된 점검이 없습니다.',
  own_work: '작성자와 승인자가 같은 사람이거나, 승인자가 작성자의 토큰을 발급했습니다.',
  not_read_by_person: '정책으로 승인되었으며 사람이 읽지 않았습니다.',
  redacted: '이 개정의 본문은 {at}에 {who} 님이 삭제 처리했습니다. 사유: {because}',
  redacted_by_age: '종료 후 보관 기간 {days}일 경과',
};

export const attention: Texts['attention'] = {
  asked_to_judge: '판정을 기다립니다',
  resubmitted: '요청한 수정이 올라왔습니다',
  thread_open: '열린 의견이 작성자의 답을 기다립니다',
  review_stopped: '검토 에이전트의 판정이 되풀이됩니다: 직접 결정하세요',
  revision_requested: '수정이 요청되었습니다',
  rejected: '반려됨: 다음 조치를 정하세요',
  question_open: '답변을 기다리는 질문이 있습니다',
  question_answered: '질문에 답변이 왔습니다',
  stale: '재확인 필요: 확인하거나 다시 여세요',
  step_open: '다음 단계가 열렸습니다',
  issue_a_token: '진행할 사람이 없습니다: 토큰을 발급하세요',
  sequence_undecided: '단계가 정해지지 않았습니다',
  final_approval: '최종 승인을 기다립니다',
  run_paused: '실행이 일시 중지되었습니다',
  stand_in: '기한이 지나 대신 판정해야 합니다',
  gate_unsatisfiable: '이 게이트를 열 수 있는 사람이 더 없습니다',
};
