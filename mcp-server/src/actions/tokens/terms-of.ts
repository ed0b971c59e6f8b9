/** What a token is to be good for, from what the issuer asked: defaults by kind, and every fault at once. */
import type { IssueTokenInput } from '../../contracts/tokens.ts';
import {
  CI_TOKEN_SECONDS,
  CONTINUATION_TOKEN_SECONDS,
  STEP_TOKEN_SECONDS,
  WORKER_TOKEN_SECONDS,
} from '../../gate/limits.ts';
import { AUTHOR_SCOPES, type RunMode, type Scope, type TokenKind } from '../../gate/vocabulary.ts';
import type { Caller } from '../../identity/caller.ts';
import { can, type Permission } from '../../identity/permissions.ts';
import type { Fault } from '../../problems.ts';

export interface Terms {
  readonly scopes: readonly Scope[];
  readonly mode: RunMode;
  readonly label: string;
  readonly seconds: number;
}

const DEFAULT_SECONDS: Readonly<Record<TokenKind, number>> = {
  step: STEP_TOKEN_SECONDS,
  continuation: CONTINUATION_TOKEN_SECONDS,
  worker: WORKER_TOKEN_SECONDS,
  ci: CI_TOKEN_SECONDS,
};

/** Who writes in a group doesn't judge or answer there. */
const WRITING_SCOPES: readonly Scope[] = [
  'submit',
  'dry_run',
  'clarify',
  'converse',
  'continue',
  'plan',
];
const JUDGING_SCOPES: readonly Scope[] = ['review', 'answer'];

/** What the issuer must hold to grant a scope: nobody grants more than they may do themselves. */
const NEEDS: Readonly<Record<Scope, Permission>> = {
  read: 'project.read',
  submit: 'document.write',
  dry_run: 'document.write',
  clarify: 'question.ask',
  converse: 'document.write',
  continue: 'document.write',
  plan: 'sequence.arrange',
  review: 'verdict.give',
  answer: 'question.answer',
  observe: 'token.issue',
};

export function termsOf(input: IssueTokenInput): Terms {
  const scopes = input.scopes ?? (input.kind === 'ci' ? ['observe' as const] : AUTHOR_SCOPES);
  return {
    scopes: [...new Set(scopes)],
    mode: input.mode ?? 'supervised',
    label: input.label ?? input.agent ?? [input.kind, input.group ?? input.project].join(' '),
    seconds: input.expires_in_seconds ?? DEFAULT_SECONDS[input.kind],
  };
}

/** Which members don't go together, and which kind of token needs which. */
export function faultsOfTerms(input: IssueTokenInput, { scopes }: Terms): Fault[] {
  const { kind, group } = input;
  const inGroup = kind === 'step' || kind === 'continuation';
  const faults: Fault[] = [];
  const combination = (path: string, wrong: boolean) => {
    if (wrong) faults.push({ path, code: 'combination', params: {} });
  };
  if (inGroup && group === undefined) faults.push({ path: 'group', code: 'missing', params: {} });
  combination('group', kind === 'worker' && group !== undefined);
  combination('group', group !== undefined && !group.startsWith(`${input.project}.`));
  combination('step', kind !== 'step' && input.step !== undefined);
  combination('target_step', kind !== 'continuation' && input.target_step !== undefined);
  combination('mode', (kind === 'step' || kind === 'ci') && input.mode !== undefined);
  combination('limits', (kind === 'step' || kind === 'ci') && input.limits !== undefined);
  combination('scopes', doNotGoTogether(kind, scopes));
  return faults;
}

function doNotGoTogether(kind: TokenKind, scopes: readonly Scope[]): boolean {
  const observes = scopes.includes('observe');
  if (observes !== (kind === 'ci') || (observes && scopes.length > 1)) return true;
  const judges = scopes.some((scope) => JUDGING_SCOPES.includes(scope));
  return judges && scopes.some((scope) => WRITING_SCOPES.includes(scope));
}

/** False: a scope that the issuer doesn't hold in this project themselves. */
export function mayGrant(caller: Caller, projectId: string, scopes: readonly Scope[]): boolean {
  return scopes.every((scope) => can(caller, NEEDS[scope], { projectId }));
}
