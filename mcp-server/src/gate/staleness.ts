/** What a reopening or a disowned assumption makes doubtful, and what makes it sound again. The head never moves by it. */
import type { DocumentFacts, GroupFacts, StaleMark } from './facts.ts';
import type { Change, GateEvent } from './ruling.ts';
import { documentOf, headOf, stepById } from './sequence.ts';

interface Effects {
  readonly changes: readonly Change[];
  readonly events: readonly GateEvent[];
}

/**
 * Marks every later gated step document and work plan that follows or cites the reopened one, and those that follow or
 * cite these. A work plan follows the group's root; elsewhere it is bound by its cites alone. Never memos,
 * conversations or the final approval.
 */
export function markAfterReopening(group: GroupFacts, reopened: DocumentFacts): Effects {
  const reached = reach(group, reopened, (later, earlier) => {
    return follows(group, later, earlier) || later.cites.includes(earlier.id);
  });
  return mark(reached, { documentId: reopened.id, hash: reopened.hash });
}

/** Marks the document that rested on an assumption its answer denies, and all that cite it. */
export function markAfterDisagreement(group: GroupFacts, document: DocumentFacts): Effects {
  const citing = reach(group, document, (later, earlier) => later.cites.includes(earlier.id));
  const itself = markable(document) ? [document] : [];
  return mark([...itself, ...citing], { documentId: document.id, hash: document.hash });
}

/**
 * A document approved again at the hash it had been reopened at takes back the marks that reopening made on others; its
 * own marks are settled by the approval itself.
 */
export function liftAfterApproval(group: GroupFacts, approved: DocumentFacts): readonly Change[] {
  return group.documents.flatMap((document) => {
    if (document.id === approved.id) return [];
    const left = document.staleBecause.filter(
      ({ documentId, hash }) => documentId !== approved.id || hash !== approved.hash,
    );
    return lift(document, left);
  });
}

/**
 * A revision or an approval given now takes its predecessors as they are, so it lifts the marks of those that are
 * approved again (and the document's own: whoever acts on it knows the answer). A mark whose document still waits stays.
 */
export function liftSettled(group: GroupFacts, document: DocumentFacts): readonly Change[] {
  return lift(document, unsettled(group, document));
}

/** The marks whose reopened document still stands here unapproved. */
export function unsettled(group: GroupFacts, document: DocumentFacts): readonly StaleMark[] {
  return document.staleBecause.filter(({ documentId }) => {
    if (documentId === document.id) return false;
    const source = documentOf(group, documentId);
    return source !== null && source.state !== 'approved' && source.state !== 'withdrawn';
  });
}

/**
 * What a confirmation of this document would overlook, as a document's id, a step's id where it is empty, or null.
 * A confirmation rests on its predecessors' revisions, so each of them has to be approved again first.
 */
export function openPredecessor(group: GroupFacts, document: DocumentFacts): string | null {
  const waiting = unsettled(group, document)[0];
  if (waiting !== undefined) return waiting.documentId;
  const head = headOf(group);
  const step = document.stepId === null ? null : stepById(group, document.stepId);
  if (head === null || step === null || head.number >= step.number) return null;
  return group.documents.find(({ stepId }) => stepId === head.id)?.id ?? head.id;
}

type Rests = (later: DocumentFacts, earlier: DocumentFacts) => boolean;

function reach(group: GroupFacts, from: DocumentFacts, rests: Rests): readonly DocumentFacts[] {
  const reached = [from];
  // The list grows while it is walked: what rests on a marked document is marked as well.
  for (const earlier of reached) {
    for (const later of group.documents) {
      if (reached.includes(later) || !markable(later)) continue;
      if (rests(later, earlier)) reached.push(later);
    }
  }
  return reached.slice(1);
}

function markable(document: DocumentFacts): boolean {
  return document.series !== 'closing' && document.gate !== null && document.state !== 'withdrawn';
}

function follows(group: GroupFacts, later: DocumentFacts, earlier: DocumentFacts): boolean {
  const before = earlier.stepId === null ? null : stepById(group, earlier.stepId);
  if (before === null) return false;
  if (later.series === 'plan') return earlier.series === 'root';
  const after = later.stepId === null ? null : stepById(group, later.stepId);
  return after !== null && after.number > before.number;
}

/** A document already marked by the same source keeps that mark: it names the hash the document was last sound at. */
function mark(documents: readonly DocumentFacts[], stale: StaleMark): Effects {
  const changes: Change[] = [];
  const events: GateEvent[] = [];
  for (const { id, staleBecause, stepId } of documents) {
    if (staleBecause.some(({ documentId }) => documentId === stale.documentId)) continue;
    changes.push({ kind: 'marked_stale', documentId: id, mark: stale });
    const details = { because: stale.documentId };
    events.push({ kind: 'document.stale', documentId: id, stepId: stepId ?? undefined, details });
  }
  return { changes, events };
}

function lift(document: DocumentFacts, left: readonly StaleMark[]): readonly Change[] {
  if (left.length === document.staleBecause.length) return [];
  return [{ kind: 'stale_lifted', documentId: document.id, left }];
}
