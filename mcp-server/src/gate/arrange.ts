/** Deciding a sequence and editing its pending part, under its version. Filled steps stay; the server adds what belongs. */
import { refuseClosedGroup } from './closed.ts';
import type { Arrangement, Piece } from './commands.ts';
import { conclude } from './consequences.ts';
import type { GroupFacts, StepFacts } from './facts.ts';
import { STEPS_MAX } from './limits.ts';
import { refuse } from './refusals.ts';
import type { ArrangedStep, Change, GateEvent, Refused, Ruling } from './ruling.ts';
import { canBeMet } from './satisfying.ts';
import { documentAt, isClosing } from './sequence.ts';
import { endTokensOfStep } from './tokens.ts';
import type { Series } from './vocabulary.ts';

/** What may be a step: never a root, a memo, a conversation or a plan; the final approval is added by the server. */
const STEP_SERIES: readonly Series[] = ['instruction', 'report', 'design'];

/**
 * Replaces the pending part of the sequence. Steps that hold a document stay where they are, in front; a piece naming
 * the id of a pending step keeps that step's identity wherever it now stands. An instruction brings its report unless
 * the next piece is that report, and the one final approval comes last. Deciding with no piece at all is allowed: a
 * root that needs nothing but the final approval.
 */
export function arrangeSequence(group: GroupFacts, asked: Arrangement): Ruling {
  const closed = refuseClosedGroup(group);
  if (closed !== null) return closed;
  if (!asked.by.mayArrange) return refuse('may_not_write');
  if (asked.version !== group.sequenceVersion) {
    return refuse('sequence_changed', { seen: asked.version, latest: group.sequenceVersion });
  }
  const pieces = withReports(group, asked.pieces);
  const fault = refusePieces(group, asked, pieces);
  if (fault !== null) return fault;
  const front = standingSteps(group, pieces);
  const rest = pieces.filter((piece) => !front.some(({ id }) => id === piece.id));
  const steps = [...front, ...rest.map((piece) => stepFrom(group, piece, asked))];
  if (steps.length + 1 > STEPS_MAX) return refuse('sequence_invalid', { steps_max: STEPS_MAX });
  const all = [...steps, closingStep(group, asked)];
  const numbered = all.map((step, index) => ({ ...step, number: index + 1 }));
  return rearranged(group, asked.version + 1, numbered);
}

/** Whether a document fills it. The final approval is the server's and always goes last. */
function isFilled(group: GroupFacts, step: StepFacts): boolean {
  return !isClosing(step) && (step.series === 'root' || documentAt(group, step.id) !== null);
}

/** The part in front: filled steps, and among them the kept ones whose document was withdrawn. */
function standingSteps(group: GroupFacts, pieces: readonly Piece[]): readonly StepFacts[] {
  const last = group.steps.findLastIndex((step) => isFilled(group, step));
  return group.steps
    .slice(0, last + 1)
    .filter((step) => isFilled(group, step) || pieces.some(({ id }) => id === step.id));
}

/** An instruction is followed by its report, be it listed or already filled. */
function withReports(group: GroupFacts, pieces: readonly Piece[]): readonly Piece[] {
  const brought = pieces.flatMap((piece, index): readonly Piece[] => {
    const { report } = piece;
    if (report === undefined || pieces[index + 1]?.type === report.type) return [piece];
    const kept = reportAfter(group, piece.id, pieces);
    const own = { ...report, series: 'report', gateIsOwn: false } as const;
    return [piece, kept?.type === report.type ? { ...own, id: kept.id } : own];
  });
  const last = group.steps.findLast((step) => isFilled(group, step));
  const owed = last?.series === 'instruction' ? reportAfter(group, last.id, brought) : null;
  if (owed === null) return brought;
  const { id, type, series, gate } = owed;
  const rest =
    brought[0]?.type === type && brought[0].id === undefined ? brought.slice(1) : brought;
  return [{ id, type, series, gate, gateIsOwn: false }, ...rest];
}

/** The pending report that stands after an instruction now, unless a piece names it. */
function reportAfter(
  group: GroupFacts,
  stepId: string | undefined,
  pieces: readonly Piece[],
): StepFacts | null {
  const index = group.steps.findIndex(({ id }) => id === stepId);
  const next = index === -1 ? undefined : group.steps[index + 1];
  if (next?.series !== 'report' || isFilled(group, next)) return null;
  return pieces.some(({ id }) => id === next.id) ? null : next;
}

function refusePieces(
  group: GroupFacts,
  { by, judges, observed }: Arrangement,
  pieces: readonly Piece[],
): Refused | null {
  const seen = new Set<string>();
  for (const piece of pieces) {
    const { id, type, series, gate, gateIsOwn } = piece;
    if (!STEP_SERIES.includes(series)) return refuse('sequence_invalid', { type });
    if (id !== undefined) {
      const step = pendingStep(group, id);
      if (step?.type !== type || seen.has(id)) return refuse('sequence_invalid', { step: id });
      seen.add(id);
    }
    if (gateIsOwn && !by.maySetGates) return refuse('gate_not_yours', { type });
    const isNew = id === undefined || gateIsOwn;
    if (isNew && !canBeMet(gate, judges, observed)) return refuse('gate_unsatisfiable', { type });
  }
  return null;
}

function pendingStep(group: GroupFacts, id: string): StepFacts | null {
  const step = group.steps.find((known) => known.id === id);
  return step === undefined || isFilled(group, step) || isClosing(step) ? null : step;
}

/** A kept step keeps its gate, note and assignee where the piece says nothing else. */
function stepFrom(group: GroupFacts, piece: Piece, { newId }: Arrangement): ArrangedStep {
  const kept = piece.id === undefined ? null : pendingStep(group, piece.id);
  const { type, series, note } = piece;
  const gate = kept === null || piece.gateIsOwn ? piece.gate : kept.gate;
  const assignee = piece.assignee === undefined ? (kept?.assignee ?? null) : piece.assignee;
  return { id: kept?.id ?? newId(), number: 0, type, series, gate, assignee, note };
}

function closingStep(group: GroupFacts, { closing, newId }: Arrangement): ArrangedStep {
  const kept = group.steps.find(isClosing);
  if (kept !== undefined) return kept;
  return { id: newId(), number: 0, ...closing, series: 'closing', assignee: null };
}

/** Steps that are gone end their step tokens; a token that aimed at one now aims at the step before it. */
function rearranged(group: GroupFacts, version: number, steps: readonly ArrangedStep[]): Ruling {
  const stays = (id: string): boolean => steps.some((step) => step.id === id);
  const before = (id: string): boolean => group.steps.some((step) => step.id === id);
  const removed = group.steps.filter(({ id }) => !stays(id)).map(({ id }) => id);
  const added = steps.filter(({ id }) => !before(id)).map(({ id }) => id);
  const kept = steps.filter(({ id }) => before(id)).map(({ id }) => id);
  const ids = { keptIds: kept, addedIds: added, removedIds: removed };
  const changes: Change[] = [
    { kind: 'steps_arranged', version, steps, ...ids },
    ...removed.flatMap((id) => endTokensOfStep(group, id)),
    ...retargeted(group, stays),
  ];
  const kind = group.decided ? 'sequence.changed' : 'sequence.decided';
  const details = { version, steps: steps.length, added: added.length, removed: removed.length };
  const events: GateEvent[] = [{ kind, details }];
  return conclude(group, changes, events);
}

function retargeted(group: GroupFacts, stays: (id: string) => boolean): readonly Change[] {
  return group.tokens.flatMap((token): readonly Change[] => {
    const { targetStepId, state } = token;
    if (targetStepId === null || state === 'ended' || stays(targetStepId)) return [];
    const index = group.steps.findIndex(({ id }) => id === targetStepId);
    const before = group.steps.slice(0, Math.max(0, index)).findLast(({ id }) => stays(id));
    if (before === undefined) return [];
    return [{ kind: 'token_retargeted', tokenId: token.id, targetStepId: before.id }];
  });
}
