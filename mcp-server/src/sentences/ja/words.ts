import type { Texts } from '../texts.ts';

export const gates: Texts['gates'] = {
  human: '人',
  agent: '独立したエージェント',
  checks: 'チェック',
};

export const states: Texts['states'] = {
  in_review: 'レビュー中',
  revision_requested: '修正依頼中',
  approved: '承認済み',
  rejected: '却下',
  withdrawn: '取り下げ',
  stale: '要再確認',
  clarifying: '質問の回答待ち',
  empty: '未着手',
};

export const groupStates: Texts['groupStates'] = {
  open: '進行中',
  completed: '完了',
  discarded: '破棄',
};

export const questionStates: Texts['questionStates'] = {
  open: '未回答',
  answered: '回答済み',
  withdrawn: '取り下げ',
  dismissed: '却下',
};

export const runStates: Texts['runStates'] = {
  working: '進行中',
  waiting: '待機中',
  paused: '一時停止中',
  ended: '終了',
};

export const verdicts: Texts['verdicts'] = {
  approve: '承認',
  request_revision: '修正依頼',
  reject: '却下',
  reopen: '開き直し',
  confirm: '再確認',
};

export const roles: Texts['roles'] = {
  viewer: '閲覧者',
  author: '作成者',
  reviewer: 'レビュアー',
  maintainer: 'メンテナー',
  admin: '管理者',
};

export const tokenKinds: Texts['tokenKinds'] = {
  step: 'ステップトークン',
  continuation: '連続作業トークン',
  worker: 'ワーカートークン',
  ci: 'CIトークン',
};

/** Who looks before people are asked. */
export const checksThemselves: Texts['checksThemselves'] = '自動チェック';
