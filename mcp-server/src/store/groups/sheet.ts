/** What a set of changes comes down to in rows: gathered first, so that each row is written once. Pure. */
import type { Prisma } from '@flowgate/database';
import type { GroupFacts } from '../../gate/facts.ts';
import type { Change } from '../../gate/ruling.ts';
import type { Material } from './material.ts';

export interface TokenMove {
  readonly id: string;
  readonly from: string;
  readonly data: Prisma.TokenUncheckedUpdateManyInput;
}

/** One transaction's writes, by table. */
export class Sheet {
  group: Prisma.GroupUncheckedUpdateManyInput = {};
  readonly tokenMoves: TokenMove[] = [];
  readonly tokens = new Map<string, Prisma.TokenUncheckedUpdateManyInput>();
  readonly runsBegun: Prisma.RunCreateManyInput[] = [];
  readonly runs = new Map<string, Prisma.RunUncheckedUpdateManyInput>();
  readonly documentsOpened: Prisma.DocumentCreateManyInput[] = [];
  readonly documents = new Map<string, Prisma.DocumentUncheckedUpdateManyInput>();
  readonly revisions: Prisma.RevisionCreateManyInput[] = [];
  /** The documents whose citations are replaced, with the new ones. */
  readonly citations = new Map<string, readonly string[]>();
  readonly stepsAdded: Prisma.StepCreateManyInput[] = [];
  readonly stepsKept = new Map<string, Prisma.StepUncheckedUpdateManyInput>();
  readonly stepsRemoved: string[] = [];
  readonly verdicts: Prisma.VerdictCreateManyInput[] = [];
  readonly approvalsVoided: string[] = [];
  readonly heldVerdicts: Prisma.HeldVerdictCreateManyInput[] = [];
  readonly heldRemoved: string[] = [];
  readonly reasons: Prisma.ReasonCreateManyInput[] = [];
  readonly reasonChanges = new Map<string, Prisma.ReasonUncheckedUpdateManyInput>();
  readonly threads: Prisma.ThreadCreateManyInput[] = [];
  readonly threadChanges = new Map<string, Prisma.ThreadUncheckedUpdateManyInput>();
  readonly comments: Prisma.CommentCreateManyInput[] = [];
  readonly questions: Prisma.QuestionCreateManyInput[] = [];
  readonly questionChanges = new Map<string, Prisma.QuestionUncheckedUpdateManyInput>();
  readonly timers: Prisma.TimerCreateManyInput[] = [];
  readonly timersRemoved: string[] = [];
}

export type Row<K extends Change['kind']> = Extract<Change, { kind: K }>;
export type Writer<K extends Change['kind']> = (
  sheet: Sheet,
  change: Row<K>,
  material: Material,
) => void;
/** Some of the table that says what each kind of change comes down to. */
export type Writers<K extends Change['kind']> = { readonly [Kind in K]: Writer<Kind> };

/** Sets columns of a row that may have been altered already in this transaction. */
export function alter<D extends object>(rows: Map<string, D>, id: string, data: D): void {
  rows.set(id, { ...rows.get(id), ...data });
}

/** What an action must have brought along for this change; its absence is a defect. */
export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the change "${what}" came without its texts`);
  return value;
}

/** A document as it was before the transaction. */
export function documentBefore({ before }: { readonly before: GroupFacts }, documentId: string) {
  return before.documents.find(({ id }) => id === documentId);
}
