/** What may be asked of the gate, as data. One shape per verb; the texts that go with them stay outside. */
import type { AnsweringToken, Judge, PersonCaller } from './callers.ts';
import type { GatePolicy, JudgeCounts, QuestionFacts } from './facts.ts';
import type { ChecksState, Series, ThreadWeight, VerdictVerb } from './vocabulary.ts';

/** A comment that starts a thread; its text and its place in the document stay outside. */
export interface NewThread {
  readonly id: string;
  readonly weight: ThreadWeight;
}

export interface VerdictCommand {
  readonly verb: VerdictVerb;
  readonly documentId: string;
  /** The revision the judge read. */
  readonly revision: number;
  readonly by: Judge;
  /** Ids for the reasons a negative verdict gives, made by the caller; at least one. */
  readonly reasonIds?: readonly string[] | undefined;
  /** The comments sent with it. Those that are reasons bear the same id there. */
  readonly threads?: readonly NewThread[] | undefined;
  /** Set to ask for a hold: the id of the row to be. A rejection and an agent's verdict are never held. */
  readonly holdAs?: string | undefined;
  /** Set by the timer: the held verdict that is due now. */
  readonly heldId?: string | undefined;
}

/** Comments sent without a verdict. */
export interface CommentCommand {
  readonly verb: 'comment';
  readonly documentId: string;
  /** The revision they were written on; an older one is fine, for they follow the text. */
  readonly revision: number;
  readonly by: PersonCaller;
  readonly threads: readonly NewThread[];
}

export interface ThreadCommand {
  readonly verb: 'reply' | 'mark_done' | 'resolve';
  readonly documentId: string;
  readonly threadId: string;
  readonly by: PersonCaller;
  /** Words go with it. A reply always has some. */
  readonly says: boolean;
}

export interface ReopenCommand {
  readonly verb: 'reopen';
  readonly documentId: string;
  readonly revision: number;
  readonly by: Judge;
  readonly reasonIds: readonly string[];
}

export interface ConfirmCommand {
  readonly verb: 'confirm';
  readonly documentId: string;
  readonly revision: number;
  readonly by: Judge;
}

export interface WithdrawCommand {
  readonly verb: 'withdraw';
  readonly documentId: string;
  /** When named it must be the latest. */
  readonly revision?: number | undefined;
  readonly by: PersonCaller;
}

/** Ends the group; its reason's text is checked outside. */
export interface DiscardCommand {
  readonly verb: 'discard';
  readonly by: PersonCaller;
}

/** Deletes a held verdict before it is due: by its giver (`undo`), or because it can no longer be applied (`void`). */
export interface HeldCommand {
  readonly verb: 'undo_held' | 'void_held';
  readonly documentId: string;
  readonly heldId: string;
  /** Null for `void_held`: the timer found that it can't be applied. */
  readonly byId: string | null;
}

export type GroupCommand =
  | VerdictCommand
  | CommentCommand
  | ThreadCommand
  | ReopenCommand
  | ConfirmCommand
  | WithdrawCommand
  | DiscardCommand
  | HeldCommand;

/** A document handed in, without its texts. */
export interface Submission {
  /** The type the caller named; without one the head's is meant. */
  readonly type?: string | undefined;
  /** Names the document this is the next revision of. Needed to replace one that waits in review. */
  readonly documentId?: string | undefined;
  /** What the caller believes stands before it: the root or the document of the step before. */
  readonly predecessorId?: string | undefined;
  readonly hash: string;
  readonly cites: readonly string[];
  /** Ids of the reasons and threads this revision responds to. */
  readonly respondsTo: readonly string[];
  /** Those of them that the author says are done; the others are answered only. */
  readonly settles?: readonly string[] | undefined;
  /** A claim the server found to be untrue. */
  readonly contradicted: boolean;
  /** `running`: there is something to look at before anybody is asked. */
  readonly checks?: ChecksState | null | undefined;
  /** A blocking question comes with it: no gate opens in the same breath, not even by the writer's own hands. */
  readonly asksBlocking?: boolean | undefined;
  /** Set where the named type stands outside the steps. */
  readonly outside?: OutsideType | undefined;
}

export interface OutsideType {
  readonly series: Extract<Series, 'memo' | 'conversation' | 'plan'>;
  /** A work plan's gate; null for memos and conversations. */
  readonly gate: GatePolicy | null;
  /** How many documents outside the steps the group has already. */
  readonly have: number;
  /** A work plan that names a gate for one of its steps: only maintainers set gates, and in the sequence itself. */
  readonly setsGates?: boolean | undefined;
}

export type QuestionCommand =
  | { readonly verb: 'ask'; readonly questions: readonly QuestionFacts[] }
  | {
      readonly verb: 'answer';
      readonly questionId: string;
      readonly by: PersonCaller | AnsweringToken;
      /** Whether the answer agrees with the assumption; required where one was made. */
      readonly agrees?: boolean | undefined;
    }
  | {
      readonly verb: 'withdraw';
      readonly questionId: string;
      readonly askedById: string;
    }
  | {
      readonly verb: 'dismiss';
      readonly questionId: string;
      readonly by: PersonCaller;
    }
  | {
      readonly verb: 'reassign';
      readonly questionId: string;
      /** Null: back to the group's owner, else the reviewers. Whether they may answer is looked up outside. */
      readonly assigneeId: string | null;
      readonly by: PersonCaller;
    }
  /** Its time has passed without an answer. */
  | { readonly verb: 'raise'; readonly questionId: string };

export type RunVerb = 'pause' | 'resume' | 'stop';

/** One piece of the pending part of a sequence, in order, as a person or a work plan asks for it. */
export interface Piece {
  /** The id of a step to keep; without one a new step is made. */
  readonly id?: string | undefined;
  readonly type: string;
  readonly series: Series;
  readonly gate: GatePolicy;
  /** The gate was set here, and isn't the type's own. */
  readonly gateIsOwn: boolean;
  readonly note?: string | null | undefined;
  readonly assignee?: string | null | undefined;
  /** The report an instruction brings with it. */
  readonly report?: { readonly type: string; readonly gate: GatePolicy } | undefined;
}

export interface Arrangement {
  /** The version of the sequence the caller saw. */
  readonly version: number;
  readonly pieces: readonly Piece[];
  /** The final approval, added by the server. */
  readonly closing: { readonly type: string; readonly gate: GatePolicy };
  readonly by: { readonly mayArrange: boolean; readonly maySetGates: boolean };
  /** How many people may judge here, by role held or above: a gate that asks for more can't be met. */
  readonly judges: JudgeCounts;
  /** The checks that something observes here: a gate that names another is never met. Absent: not known here. */
  readonly observed?: readonly string[] | undefined;
  readonly newId: () => string;
}
