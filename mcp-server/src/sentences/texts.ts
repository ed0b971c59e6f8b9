/** What a language must say: a total record over every code, so that a forgotten sentence does not type-check. */

import type { EventKind } from '../gate/event-kinds.ts';
import type { RefusalCode } from '../gate/refusals.ts';
import type {
  AttentionReason,
  CheckName,
  DocumentState,
  EvidenceKind,
  EvidenceStanding,
  GateOpener,
  GroupState,
  QuestionState,
  Role,
  RunReason,
  RunState,
  TokenKind,
  VerdictVerb,
} from '../gate/vocabulary.ts';
import type { FaultCode, ProblemCode } from '../problems.ts';
import type { ClosingCode, FindingCode, HandoffCode, HeadlineCode, NextCode } from './codes.ts';

/** What happened and why, then the way out. */
export interface SentenceAndHint {
  readonly sentence: string;
  readonly hint: string;
}

/** What is wrong at one place of an input, and how to mend it. */
export interface MessageAndFix {
  readonly message: string;
  readonly fix: string;
}

/** What happened to a run, and what to do now. */
export interface HappenedAndNow {
  readonly happened: string;
  readonly now: string;
}

/** Every text is a pattern: `{name}`, `{count|one|many}`, `[[left out when a name inside is absent]]`. See fill.ts. */
export interface Texts {
  readonly refusals: Readonly<Record<RefusalCode, SentenceAndHint>>;
  readonly problems: Readonly<Record<ProblemCode, SentenceAndHint>>;
  readonly faults: Readonly<Record<FaultCode, MessageAndFix>>;
  /** What stands for the path of a fault when the whole input is meant. */
  readonly wholeInput: string;
  readonly events: Readonly<Record<EventKind, string>>;
  readonly runs: Readonly<Record<RunReason | 'working', HappenedAndNow>>;
  readonly next: Readonly<Record<NextCode, string>>;
  readonly headlines: Readonly<Record<HeadlineCode, string>>;
  readonly attention: Readonly<Record<AttentionReason, string>>;
  readonly closing: Readonly<Record<ClosingCode, string>>;
  readonly handoff: Readonly<Record<HandoffCode, string>>;
  /** Who opens the gate: "a person". */
  readonly gates: Readonly<Record<GateOpener, string>>;
  readonly states: Readonly<Record<DocumentState | 'stale' | 'clarifying' | 'empty', string>>;
  readonly groupStates: Readonly<Record<GroupState, string>>;
  readonly questionStates: Readonly<Record<QuestionState, string>>;
  readonly runStates: Readonly<Record<RunState, string>>;
  readonly verdicts: Readonly<Record<VerdictVerb | 'reopen' | 'confirm', string>>;
  readonly roles: Readonly<Record<Role | 'admin', string>>;
  readonly tokenKinds: Readonly<Record<TokenKind, string>>;
  readonly findings: Readonly<Record<FindingCode, string>>;
  readonly checks: Readonly<Record<CheckName, string>>;
  readonly standings: Readonly<Record<EvidenceStanding, string>>;
  readonly evidenceKinds: Readonly<Record<EvidenceKind, string>>;
  /** Who looks before people are asked. */
  readonly checksThemselves: string;
}
