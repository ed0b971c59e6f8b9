/** Deciding a sequence and editing its pending part, under its version. Filled steps stay; the server adds what belongs. */
import type { Arrangement, Piece } from './commands.ts';
import { conclude } from './consequences.ts';
import type { GatePolicy, GroupFacts, StepFacts } from './facts.ts';
import { STEPS_MAX } from './limits.ts';
import { refuse } from './refusals.ts';
import type { ArrangedStep, Change, GateEvent, Refused, Ruling } from './ruling.ts';
import { documentAt, isClosing } from './sequence.ts';
import { endTokensOfStep } from './tokens.ts';
import type { Role, Series } from './vocabulary.ts';

/** What may be a step: never a root, a memo, a conversation or a plan; the final approval is added by the server. */
const STEP_SERIES: readonly Series[] = ['instruction', 'report', 'design'];

/**
 * Replaces the pending part of the sequence. Steps that hold a document stay where they are, in front; a piece naming
 * the id of a pending step keeps that step's identity wherever it now stands. An instruction brings its report unless
 * the next piece is that report, and the one final approval comes last. Deciding with no piece at all is allowed: a
 * root that needs nothing but the final approval.
 */
export function arrangeSequence(group: GroupFacts, asked: Arrangement): Ruling {
  if (group.state !== 'open') {
    return refuse('group_closed', { group: group.id, state: group.state });
  }
  if (!asked.by.mayArrange) return refuse('may_not_write');
  if (asked.version !== group.sequenceVersion) {
    return refuse('sequence_changed', { seen: asked.version, latest: group.sequenceVersion });
  }
  const pieces = withReports(group, asked.pieces);
  const fault = refusePieces(group, asked, pieces);
  if (fault !== null) return fault;
  const filled = group.steps.filter((step) => isFilled(group, step));
  const steps = numbered([...filled, ...pieces.map((piece) => stepFrom(group, piece, asked))]);
  const closing = closingStep(group, asked, steps.length + 1);
  if (steps.length + 1 > STEPS_MAX) return refuse('sequence_invalid', { steps_max: STEPS_MAX });
  return rearranged(group, asked.version + 1, [...steps, closing]);
}

/** What stays because a document fills it. The final approval is the server's and always goes last. */
function isFilled(group: GroupFacts, step: StepFacts): boolean {
  return !isClosing(step) && (step.series === 'root' || documentAt(group, step.id) !== null);
}

/** An instruction, listed or already filled as the last step, is followed by its report. */
function withReports(group: GroupFacts, pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, index) => {
    const { report } = piece;
    if (report === undefined || pieces[index + 1]?.type === report.type) return [piece];
    const kept = reportAfter(group, piece, report.type, pieces);
    const own = {
      type: report.type,
      series: 'report',
      gate: report.gate,
      gateIsOwn: false,
    } as const;
    return [piece, kept === null ? own : { ...own, id: kept }];
  });
}

/** A kept instruction keeps the report step it already had, unless that is listed elsewhere. */
function reportAfter(
  group: GroupFacts,
  piece: Piece,
  type: string,
  pieces: readonly Piece[],
): string | null {
  const index = group.steps.findIndex(({ id }) => id === piece.id);
  const next = index === -1 ? undefined : group.steps[index + 1];
  if (next?.type !== type || isFilled(group, next)) return null;
  return pieces.some(({ id }) => id === next.id) ? null : next.id;
}

function refusePieces(
  group: GroupFacts,
  { by, judges }: Arrangement,
  pieces: readonly Piece[],
): Refused | null {
  const seen = new Set<string>();
  for (const piece of pieces) {
    if (!STEP_SERIES.includes(piece.series))
      return refuse('sequence_invalid', { type: piece.type });
    if (piece.id !== undefined) {
      const step = group.steps.find(({ id }) => id === piece.id);
      const mismatch = step === undefined || isFilled(group, step) || step.type !== piece.type;
      if (mismatch || seen.has(piece.id)) return refuse('sequence_invalid', { step: piece.id });
      seen.add(piece.id);
    }
    if (piece.gateIsOwn && !by.maySetGates) return refuse('gate_not_yours', { type: piece.type });
    if (!canBeMet(piece.gate, judges)) return refuse('gate_unsatisfiable', { type: piece.type });
  }
  return null;
}

/**
 * Whether enough people may judge for a gate to open. Agents and checks can always be stood in for by one person, so
 * those gates need one as well. A higher role includes those below.
 */
export function canBeMet(gate: GatePolicy, judges: Arrangement['judges']): boolean {
  if (gate.by === 'checks' && gate.checks.length === 0) return false;
  if (gate.approvals < 1) return false;
  if (gate.by !== 'human') return judges.any >= 1;
  return eligible(gate.roles, judges) >= gate.approvals;
}

function eligible(roles: readonly Role[], judges: Arrangement['judges']): number {
  if (roles.length === 0 || roles.includes('viewer') || roles.includes('author')) return judges.any;
  return roles.includes('reviewer') ? judges.reviewer : judges.maintainer;
}

function stepFrom(group: GroupFacts, piece: Piece, { newId }: Arrangement): ArrangedStep {
  const kept = group.steps.find(({ id }) => id === piece.id);
  const { type, series, gate } = piece;
  const assignee = piece.assignee === undefined ? (kept?.assignee ?? null) : piece.assignee;
  return { id: kept?.id ?? newId(), number: 0, type, series, gate, assignee, note: piece.note };
}

function closingStep(
  group: GroupFacts,
  { closing, newId }: Arrangement,
  number: number,
): ArrangedStep {
  const kept = group.steps.find(isClosing);
  if (kept !== undefined) return { ...kept, number };
  return { id: newId(), number, ...closing, series: 'closing', assignee: null, note: null };
}

function numbered(steps: readonly (StepFacts | ArrangedStep)[]): readonly ArrangedStep[] {
  return steps.map((step, index) => ({ ...step, number: index + 1 }));
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
