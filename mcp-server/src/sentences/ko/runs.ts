import type { Texts } from '../texts.ts';

export const runs: Texts['runs'] = {
  working: {
    happened: '실행이 진행 중입니다[[({step}번 단계)]].',
    now: '`continue`를 호출해 할 일을 받아 진행하세요.',
  },
  waiting_for_verdict: {
    happened: '문서[[ {document}]]의 판정을 기다리고 있습니다.',
    now: '커서와 함께 `await_verdict`를 호출하세요.',
  },
  question_open: {
    happened: '진행을 막는 질문이 열려 있어 답변이 올 때까지 단계가 멈춰 있습니다.',
    now: '`question_id`로 `await_verdict`를 호출하세요.',
  },
  checks_running: {
    happened: '제출한 문서의 점검이 진행 중입니다.',
    now: '커서와 함께 `await_verdict`를 호출하세요.',
  },
  sequence_undecided: {
    happened: '이 그룹의 다음 단계가 아직 정해지지 않았습니다.',
    now: '`await_verdict`를 호출하면 사람이 단계를 정했을 때 응답합니다.',
  },
  not_yours: {
    happened: '그룹의 현재 단계는 이제 다른 사람의 몫입니다.',
    now: '`await_verdict`를 호출하거나 나중에 `continue`를 호출하세요.',
  },
  paused_by_person: {
    happened: '사람이 실행을 일시 중지했습니다.',
    now: '아무것도 바꾸지 마세요. 재개되거나 중단될 때까지 `await_verdict`를 호출하세요.',
  },
  clarification_open: {
    happened: '무인 작업에 앞선 질문 단계가 아직 열려 있습니다. 사람이 닫아야 합니다.',
    now: '필요한 것을 지금 `clarify`로 모두 묻고 `await_verdict`를 호출하세요.',
  },
  checks_failed: {
    happened: '필수 점검이 거듭 실패하여 사람의 확인이 필요합니다.',
    now: '실행이 재개되거나 중단될 때까지 `await_verdict`를 호출하세요.',
  },
  step_limit: {
    happened: '실행이 허용된 단계 수를 모두 썼습니다[[(최대 {max})]].',
    now: '사람이 실행을 재개하거나 중단할 때까지 `await_verdict`를 호출하세요.',
  },
  revision_limit: {
    happened: '실행이 이 단계에서 제출할 수 있는 개정 수를 모두 썼습니다[[(최대 {max})]].',
    now: '사람이 실행을 재개하거나 중단할 때까지 `await_verdict`를 호출하세요.',
  },
  time_limit: {
    happened: '실행이 허용된 시간을 모두 썼습니다.',
    now: '사람이 실행을 재개하거나 중단할 때까지 `await_verdict`를 호출하세요.',
  },
  no_change: {
    happened: '판정을 받은 내용이 그대로 두 번 다시 제출되었습니다.',
    now: '무엇을 바라는지 `clarify`로 묻거나, 사람이 실행을 재개할 때까지 `await_verdict`를 호출하세요.',
  },
  target_reached: {
    happened: '목표 단계가 승인되어 이 실행에 맡긴 일이 모두 끝났습니다.',
    now: '여기서 끝내세요.',
  },
  rejected: {
    happened: '사람이 문서를 반려했습니다. 다시 시도하라는 뜻이 아니라 멈추라는 뜻입니다.',
    now: '사유를 읽고 작업을 시킨 쪽에 보고한 다음 여기서 끝내세요.',
  },
  stopped_by_person: {
    happened: '사람이 실행을 중단했습니다.',
    now: '여기서 끝내세요.',
  },
  token_expired: {
    happened: '실행의 토큰이 만료되었습니다.',
    now: '여기서 끝내세요. 사람이 새 토큰을 발급할 수 있습니다.',
  },
  token_revoked: {
    happened: '사람이 실행의 토큰을 취소했습니다.',
    now: '여기서 끝내세요.',
  },
  issuer_lost_right: {
    happened: '토큰을 발급한 사람에게 필요한 권한이 더는 없습니다.',
    now: '여기서 끝내세요. 다른 사람이 새 토큰을 발급할 수 있습니다.',
  },
  group_closed: {
    happened: '그룹이 완료되었거나 폐기되었습니다.',
    now: '여기서 끝내세요.',
  },
};
