import type { Texts } from '../texts.ts';

export const gates: Texts['gates'] = {
  human: '사람',
  agent: '독립된 에이전트',
  checks: '점검',
};

export const states: Texts['states'] = {
  in_review: '검토 중',
  revision_requested: '수정 요청됨',
  approved: '승인됨',
  rejected: '반려됨',
  withdrawn: '철회됨',
  stale: '재확인 필요',
  clarifying: '질문 확인 중',
  empty: '시작 전',
};

export const groupStates: Texts['groupStates'] = {
  open: '진행 중',
  completed: '완료됨',
  discarded: '폐기됨',
};

export const questionStates: Texts['questionStates'] = {
  open: '열림',
  answered: '답변됨',
  withdrawn: '철회됨',
  dismissed: '기각됨',
};

export const runStates: Texts['runStates'] = {
  working: '진행 중',
  waiting: '대기 중',
  paused: '일시 중지됨',
  ended: '종료됨',
};

export const verdicts: Texts['verdicts'] = {
  approve: '승인',
  request_revision: '수정 요청',
  reject: '반려',
  reopen: '다시 열기',
  confirm: '재확인',
};

export const roles: Texts['roles'] = {
  viewer: '조회자',
  author: '작성자',
  reviewer: '검토자',
  maintainer: '프로젝트 관리자',
  admin: '시스템 관리자',
};

export const tokenKinds: Texts['tokenKinds'] = {
  step: '단계 토큰',
  continuation: '연속 작업 토큰',
  worker: '작업자 토큰',
  ci: 'CI 토큰',
};

/** Who looks before people are asked. */
export const checksThemselves: Texts['checksThemselves'] = '자동 점검';
