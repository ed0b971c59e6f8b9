/** Who asks, with what they may do *now*. Rights are looked up outside and arrive here as plain facts. */
import type { RunFacts, TokenFacts } from './facts.ts';
import type { Role } from './vocabulary.ts';

export interface PersonCaller {
  readonly kind: 'person';
  readonly id: string;
  readonly mayWrite: boolean;
  readonly mayJudge: boolean;
  readonly mayMaintain: boolean;
  /** The roles they hold in this project; a higher one includes those below. */
  readonly roles: readonly Role[];
}

/** An agent that reviews, holding the scope `review`. */
export interface ReviewingToken {
  readonly kind: 'token';
  readonly id: string;
  readonly issuerId: string;
  readonly issuerMayJudge: boolean;
  readonly issuerRoles: readonly Role[];
  /** What it and other agents said about the document before; absent where it is not about a verdict. */
  readonly past?: ReviewPast | undefined;
}

export interface ReviewPast {
  /** It has given its verdict on this very revision. */
  readonly reviewed: boolean;
  /** How often agents have sent the document back, over all its revisions. */
  readonly rounds: number;
  /** The findings are those it had last time. */
  readonly sameFindings: boolean;
  /** An agent has sent back this very body before. */
  readonly sameBody: boolean;
}

/** A gate that opens by a rule. `run`: in the name of an unattended run. `checks`: all named checks are green. */
export interface PolicyJudge {
  readonly kind: 'policy';
  readonly policy: 'run' | 'checks';
  /** The issuer of the run's token; for checks the issuer behind the judged document. */
  readonly issuerId: string;
  readonly issuerMayJudge: boolean;
  readonly issuerRoles: readonly Role[];
}

/** Whoever gives a verdict. */
export type Judge = PersonCaller | ReviewingToken | PolicyJudge;

/** An agent that writes. `run` is null for a step token, which has none. */
export interface WritingToken {
  readonly kind: 'token';
  readonly token: TokenFacts;
  readonly run: RunFacts | null;
  readonly issuerMayWrite: boolean;
  readonly issuerMayJudge: boolean;
  readonly issuerRoles: readonly Role[];
}

/** Whoever hands in a document. */
export type Author = PersonCaller | WritingToken;

/** An agent holding `answer`. */
export interface AnsweringToken {
  readonly kind: 'token';
  readonly id: string;
  readonly issuerId: string;
}
