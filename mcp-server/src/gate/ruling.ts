/** The shape of every answer the gate gives: what follows, as data, or why not. */
import type { EventKind } from './event-kinds.ts';
import type { GatePolicy, QuestionFacts, RunFacts, StaleMark, StepFacts } from './facts.ts';
import type { RefusalCode } from './refusals.ts';
import type { ThreadChange } from './thread-changes.ts';
import type {
  ActorKind,
  AttentionReason,
  ChecksState,
  DocumentState,
  GroupState,
  QuestionState,
  RunReason,
  RunState,
  Series,
  TokenState,
} from './vocabulary.ts';

export interface Refusal {
  readonly code: RefusalCode;
  /** Ids, numbers and codes only: never text somebody wrote. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** What the rules know of a new body. */
export interface BodyFacts {
  readonly hash: string;
  readonly cites: readonly string[];
  readonly contradicted: boolean;
  readonly checks?: ChecksState | null | undefined;
  /** For a work plan the version of the sequence it was written for. */
  readonly plannedVersion: number | null;
  readonly authorKind: ActorKind;
  readonly authorId: string;
  readonly issuerId: string;
}

/** Whose verdict it is. For a policy `id` is its name and `issuerId` the person it stands on. */
export interface VerdictGiver {
  readonly kind: ActorKind;
  readonly id: string;
  readonly issuerId: string;
}

/** A step as arranged, with the note that only people and agents read. */
export interface ArrangedStep extends StepFacts {
  /** Undefined: as it was; a kept step keeps its note. */
  readonly note?: string | null | undefined;
}

/** One thing that follows from an allowed command. The store writes each; `apply` plays them on facts. */
export type Change =
  | {
      readonly kind: 'document_opened';
      readonly documentId: string;
      readonly number: number;
      readonly type: string;
      readonly series: Series;
      readonly stepId: string | null;
      readonly gate: GatePolicy | null;
      readonly state: DocumentState;
      readonly body: BodyFacts;
    }
  | {
      readonly kind: 'document_revised';
      readonly documentId: string;
      readonly revision: number;
      readonly body: BodyFacts;
    }
  | {
      readonly kind: 'document_moved';
      readonly documentId: string;
      readonly from: DocumentState;
      readonly to: DocumentState;
    }
  | {
      readonly kind: 'checks_moved';
      readonly documentId: string;
      readonly checks: ChecksState | null;
      readonly contradicted: boolean;
    }
  | {
      readonly kind: 'verdict_recorded';
      readonly documentId: string;
      readonly revision: number;
      readonly verb: 'approve' | 'request_revision' | 'reject' | 'reopen' | 'confirm';
      readonly counts: boolean;
      readonly ownWork: boolean;
      readonly by: VerdictGiver;
    }
  | {
      readonly kind: 'verdict_held';
      readonly documentId: string;
      readonly revision: number;
      readonly heldId: string;
      readonly personId: string;
      readonly verb: 'approve' | 'request_revision';
    }
  /** Approvals of older revisions, or those set aside by a reopening or a negative verdict. */
  | { readonly kind: 'approvals_voided'; readonly documentId: string }
  /** The rows go, whether undone, applied or voided; the events say which. */
  | {
      readonly kind: 'held_voided';
      readonly documentId: string;
      readonly heldIds: readonly string[];
    }
  | {
      readonly kind: 'reasons_opened';
      readonly documentId: string;
      readonly revision: number;
      readonly reasonIds: readonly string[];
    }
  /** The reopened revision was approved again as it is: that approval is the response to why it was reopened. */
  | {
      readonly kind: 'reasons_set_aside';
      readonly documentId: string;
      readonly reasonIds: readonly string[];
    }
  | {
      readonly kind: 'reasons_answered';
      readonly documentId: string;
      readonly reasonIds: readonly string[];
    }
  | ThreadChange
  | {
      readonly kind: 'step_emptied';
      readonly stepId: string;
      readonly documentId: string;
    }
  | {
      readonly kind: 'marked_stale';
      readonly documentId: string;
      readonly mark: StaleMark;
    }
  /** The document's marks become exactly these; none: it is fresh. */
  | {
      readonly kind: 'stale_lifted';
      readonly documentId: string;
      readonly left: readonly StaleMark[];
    }
  | {
      readonly kind: 'token_moved';
      readonly tokenId: string;
      readonly from: TokenState;
      readonly to: TokenState;
      /** Set when a step token takes its one document. */
      readonly documentId: string | null;
    }
  | {
      readonly kind: 'run_moved';
      readonly runId: string;
      readonly state: RunState;
      readonly reason: RunReason | null;
    }
  | {
      readonly kind: 'run_progressed';
      readonly runId: string;
      readonly stepId: string;
      readonly newStep: boolean;
      readonly unchanged: boolean;
    }
  | { readonly kind: 'run_begun'; readonly run: RunFacts }
  /** The run takes the step as its own turn: from now on others hear `not_yours` there. */
  | { readonly kind: 'run_placed'; readonly runId: string; readonly stepId: string }
  /** A person let a run go on past a limit. */
  | {
      readonly kind: 'run_granted';
      readonly runId: string;
      readonly stepsMax: number;
      readonly revisionsMax: number;
      readonly endsAt: Date;
    }
  | {
      readonly kind: 'token_retargeted';
      readonly tokenId: string;
      readonly targetStepId: string;
    }
  /** The whole sequence as it stands now, filled steps included. */
  | {
      readonly kind: 'steps_arranged';
      readonly version: number;
      readonly steps: readonly ArrangedStep[];
      readonly keptIds: readonly string[];
      readonly addedIds: readonly string[];
      readonly removedIds: readonly string[];
    }
  | { readonly kind: 'question_asked'; readonly question: QuestionFacts }
  /** The next document handed in at the question's step carries its assumption. */
  | {
      readonly kind: 'assumption_recorded';
      readonly questionId: string;
      readonly documentId: string;
    }
  | {
      readonly kind: 'question_assigned';
      readonly questionId: string;
      readonly assigneeId: string | null;
    }
  /** Nobody answered in time: it was raised again, for the how many-th time. */
  | { readonly kind: 'question_raised'; readonly questionId: string; readonly raised: number }
  | {
      readonly kind: 'question_closed';
      readonly questionId: string;
      readonly state: Exclude<QuestionState, 'open'>;
    }
  | {
      readonly kind: 'group_moved';
      readonly from: GroupState;
      readonly to: GroupState;
    }
  /** An approved work plan fills the sequence: arrange its pieces in the same transaction. */
  | { readonly kind: 'plan_due'; readonly documentId: string }
  /** The head has reached the final approval: the server writes that document, or its next revision. */
  | {
      readonly kind: 'closing_due';
      readonly stepId: string;
      readonly type: string;
      readonly gate: GatePolicy;
      readonly documentId: string;
      readonly number: number;
      readonly revision: number;
    };

export interface GateEvent {
  readonly kind: EventKind;
  readonly documentId?: string | undefined;
  readonly stepId?: string | undefined;
  readonly questionId?: string | undefined;
  readonly runId?: string | undefined;
  readonly details?: Readonly<Record<string, string | number | boolean | null>> | undefined;
}

export interface Allowed {
  readonly allowed: true;
  readonly changes: readonly Change[];
  readonly events: readonly GateEvent[];
}

export interface Refused {
  readonly allowed: false;
  readonly refusal: Refusal;
  /** Only `no_change` has any: the run counts it, and the second time pauses. Nothing else is touched. */
  readonly changes?: readonly Change[];
  readonly events?: readonly GateEvent[];
}

export type Ruling = Allowed | Refused;

/** Who must act now on what. Computed from the facts; the store keeps `since` of what hasn't changed. */
export interface AttentionFacts {
  readonly targetKind: 'person' | 'token' | 'role';
  readonly targetId: string;
  readonly reason: AttentionReason;
  readonly documentId: string | null;
  readonly stepId: string | null;
  readonly questionId: string | null;
  readonly runId: string | null;
}
