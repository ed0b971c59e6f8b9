import type { Texts } from '../texts.ts';

export const gates: Texts['gates'] = {
  human: 'a person',
  agent: 'an independent agent',
  checks: 'checks',
};

export const states: Texts['states'] = {
  in_review: 'in review',
  revision_requested: 'revision requested',
  approved: 'approved',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  stale: 'stale',
  clarifying: 'clarifying',
  empty: 'not written yet',
};

export const groupStates: Texts['groupStates'] = {
  open: 'open',
  completed: 'completed',
  discarded: 'discarded',
};

export const questionStates: Texts['questionStates'] = {
  open: 'open',
  answered: 'answered',
  withdrawn: 'withdrawn',
  dismissed: 'dismissed',
};

export const runStates: Texts['runStates'] = {
  working: 'working',
  waiting: 'waiting',
  paused: 'paused',
  ended: 'ended',
};

export const verdicts: Texts['verdicts'] = {
  approve: 'approved',
  request_revision: 'revision requested',
  reject: 'rejected',
  reopen: 'reopened',
  confirm: 'confirmed',
};

export const roles: Texts['roles'] = {
  viewer: 'viewer',
  author: 'author',
  reviewer: 'reviewer',
  maintainer: 'maintainer',
  admin: 'admin',
};

export const tokenKinds: Texts['tokenKinds'] = {
  step: 'step token',
  continuation: 'continuation token',
  worker: 'worker token',
  ci: 'CI token',
};

/** Who looks before people are asked. */
export const checksThemselves: Texts['checksThemselves'] = 'the checks';
