/** What the rules look at: plain values, read by the store and never changed in place. */
import type {
  ActorKind,
  ChecksState,
  DocumentState,
  GateOpener,
  GroupState,
  ReviewStop,
  Role,
  RunMode,
  RunReason,
  RunState,
  Scope,
  Series,
  ThreadState,
  ThreadWeight,
  TokenKind,
  TokenState,
} from './vocabulary.ts';

/** Who opens a gate, and how. `roles` empty: anyone who may judge. */
export interface GatePolicy {
  readonly by: GateOpener;
  readonly approvals: number;
  readonly roles: readonly Role[];
  readonly checks: readonly string[];
  /** False: a person must read it, whatever the run's mode. */
  readonly unattended: boolean;
  readonly dueHours?: number | undefined;
  readonly standIn?: string | undefined;
}

export interface StepFacts {
  readonly id: string;
  readonly number: number;
  readonly type: string;
  readonly series: Series;
  readonly gate: GatePolicy;
  readonly assignee: string | null;
}

/** A counting approval of the current revision, not voided. */
export interface ApprovalFacts {
  readonly byKind: ActorKind;
  /** A person's id, a token's id, or for a policy `run` or `checks`. */
  readonly byId: string;
  /** The person behind it: the token's issuer, or the person. Several tokens of one person are one voice. */
  readonly issuerId: string;
  readonly revision: number;
  /** Of a policy's: a person has read the document since. */
  readonly read?: boolean;
}

export interface HeldVerdictFacts {
  readonly id: string;
  readonly personId: string;
  readonly verb: 'approve' | 'request_revision';
  readonly revision: number;
}

/** A reopening that made a document stale, with the hash the reopened document had been approved at. */
export interface StaleMark {
  readonly documentId: string;
  readonly hash: string;
}

/** A thread nobody has resolved. Resolved ones hold nothing and are not facts of the gate. */
export interface ThreadFacts {
  readonly id: string;
  readonly weight: ThreadWeight;
  readonly state: Exclude<ThreadState, 'resolved'>;
  readonly raisedByKind: ActorKind;
  readonly raisedById: string;
  /** It came with advice: it asks the person who decides, and nothing of the author. */
  readonly advice: boolean;
  /** The author's side spoke last. */
  readonly answered: boolean;
}

export interface DocumentFacts {
  readonly id: string;
  readonly number: number;
  readonly type: string;
  readonly series: Series;
  readonly stepId: string | null;
  /** Null where nothing is gated: memos and conversations. */
  readonly gate: GatePolicy | null;
  readonly state: DocumentState;
  readonly revision: number;
  readonly hash: string;
  readonly staleBecause: readonly StaleMark[];
  readonly authorKind: ActorKind;
  readonly authorId: string;
  /** The person behind the author: the issuer of the token, or the author. */
  readonly issuerId: string;
  readonly approvals: readonly ApprovalFacts[];
  readonly held: readonly HeldVerdictFacts[];
  readonly openReasonIds: readonly string[];
  readonly cites: readonly string[];
  readonly threads: readonly ThreadFacts[];
  /** A claim the server found to be untrue: no policy may approve it. */
  readonly contradicted: boolean;
  /** Reviewing agents went in circles on it: from then on they only advise. */
  readonly reviewStop: ReviewStop | null;
  /** Where the checks of its latest revision stand; null or absent: it has none. */
  readonly checks?: ChecksState | null | undefined;
  /** For a work plan the version of the sequence its latest revision was written for; null for all others. */
  readonly plannedVersion: number | null;
  /** Who stands in for those who let its gate's hours pass; null while nobody does. */
  readonly handedTo: StandIn | null;
}

/** A person by id, or all who hold a role. */
export interface StandIn {
  readonly kind: 'person' | 'role';
  readonly id: string;
}

/** How many people may judge in a project, by role held or above. */
export interface JudgeCounts {
  readonly any: number;
  readonly reviewer: number;
  readonly maintainer: number;
}

/** An open question. Closed ones hold nothing and are not facts of the gate. */
export interface QuestionFacts {
  readonly id: string;
  readonly stepId: string | null;
  readonly documentId: string | null;
  readonly blocking: boolean;
  readonly askedById: string;
  readonly issuerId: string;
  readonly assigneeId: string | null;
  /** How often it was raised again because nobody answered in time. */
  readonly raised: number;
  /** The question went with an assumption, so its answer must say whether it agrees. */
  readonly assumed: boolean;
  /** The document the assumption was recorded on; null as long as none was handed in. */
  readonly assumedOn: string | null;
}

export interface TokenFacts {
  readonly id: string;
  readonly kind: TokenKind;
  readonly scopes: readonly Scope[];
  readonly issuerId: string;
  readonly groupId: string | null;
  readonly stepId: string | null;
  readonly targetStepId: string | null;
  /** The one document a step token admits, once it has. */
  readonly documentId: string | null;
  readonly types: readonly string[] | null;
  readonly agent: string | null;
  readonly mode: RunMode;
  readonly state: TokenState;
}

export interface RunFacts {
  readonly id: string;
  readonly tokenId: string;
  readonly mode: RunMode;
  readonly state: RunState;
  readonly reason: RunReason | null;
  readonly stepId: string | null;
  readonly stepsDone: number;
  readonly revisionsAtStep: number;
  readonly unchangedAtStep: number;
  readonly stepsMax: number;
  readonly revisionsMax: number;
  readonly endsAt: Date;
  /** When the run last did something: a silent worker loses its step. */
  readonly changedAt: Date;
}

export interface GroupFacts {
  readonly id: string;
  readonly projectId: string;
  readonly state: GroupState;
  /** Its project is archived: everything in it can be read, and nothing changed. */
  readonly archived?: boolean;
  readonly ownerId: string;
  /** The owner may judge here now: then they are asked before the role `reviewer` is. */
  readonly ownerMayJudge: boolean;
  /** People named to judge here who may do so now: they are asked before the owner is. */
  readonly reviewerIds: readonly string[];
  readonly judges: JudgeCounts;
  readonly fourEyes: boolean;
  /** False: the project lets no run approve anything by policy. */
  readonly unattended: boolean;
  /** Numbers taken so far, over all types: the next document takes the one after. */
  readonly documentCount: number;
  readonly sequenceVersion: number;
  /** Somebody has decided the sequence; until then only the root stands. */
  readonly decided: boolean;
  /** In order; the first is the root's. */
  readonly steps: readonly StepFacts[];
  /** Every document that fills a step, and every gated one outside the steps (WP). */
  readonly documents: readonly DocumentFacts[];
  readonly questions: readonly QuestionFacts[];
  /** Tokens bound to this group or running in it (workers), neither revoked nor expired. */
  readonly tokens: readonly TokenFacts[];
  /** Everybody who ever issued a token that is bound to this group or ran in it, dead tokens included. */
  readonly tokenIssuerIds: readonly string[];
  readonly runs: readonly RunFacts[];
}
