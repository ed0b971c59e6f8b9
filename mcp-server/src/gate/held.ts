/** Held verdicts: a few seconds in which their giver can take them back, and nobody but people sees them. */
import type { HeldCommand } from './commands.ts';
import type { DocumentFacts, HeldVerdictFacts } from './facts.ts';
import { refuse } from './refusals.ts';
import type { Allowed, Change, GateEvent, Ruling } from './ruling.ts';

/** Takes a held verdict back (its giver only), or drops one that can't be applied any more and tells its giver. */
export function dropHeld(document: DocumentFacts, command: HeldCommand): Ruling {
  const held = document.held.find(({ id }) => id === command.heldId);
  if (held === undefined) return refuse('held_not_found', { held: command.heldId });
  const undone = command.verb === 'undo_held';
  if (undone && held.personId !== command.byId) {
    return refuse('held_not_found', { held: command.heldId });
  }
  const changes: Change[] = [{ kind: 'held_voided', documentId: document.id, heldIds: [held.id] }];
  const events = [heldEvent(undone ? 'verdict.undone' : 'verdict.voided', document, held)];
  return { allowed: true, changes, events };
}

/** Puts a verdict on hold: nothing moves but the giver's own earlier hold, which this one replaces. */
export function hold(
  document: DocumentFacts,
  given: Pick<HeldVerdictFacts, 'id' | 'personId' | 'verb'>,
): Allowed {
  const { id: documentId, revision } = document;
  const own = document.held.filter(({ personId }) => personId === given.personId);
  const changes: Change[] = [
    ...voiding(document, own),
    {
      kind: 'verdict_held',
      documentId,
      revision,
      heldId: given.id,
      personId: given.personId,
      verb: given.verb,
    },
  ];
  const events = [
    ...own.map((held) => heldEvent('verdict.undone', document, held)),
    heldEvent('verdict.held', document, { ...given, revision }),
  ];
  return { allowed: true, changes, events };
}

/**
 * What a verdict, a new revision or a withdrawal does to the verdicts held on the document. The giver's own goes without
 * a word, for it is applied or replaced by what they do now; of any other its giver is told.
 */
export function voidHeld(
  document: DocumentFacts,
  giverId: string | null,
): { readonly changes: readonly Change[]; readonly events: readonly GateEvent[] } {
  const others = document.held.filter(({ personId }) => personId !== giverId);
  return {
    changes: voiding(document, document.held),
    events: others.map((held) => heldEvent('verdict.voided', document, held)),
  };
}

function voiding(document: DocumentFacts, held: readonly HeldVerdictFacts[]): readonly Change[] {
  if (held.length === 0) return [];
  return [{ kind: 'held_voided', documentId: document.id, heldIds: held.map(({ id }) => id) }];
}

function heldEvent(
  kind: 'verdict.held' | 'verdict.undone' | 'verdict.voided',
  document: DocumentFacts,
  held: HeldVerdictFacts,
): GateEvent {
  const { revision, verb, personId, id } = held;
  return { kind, documentId: document.id, details: { revision, verb, person: personId, held: id } };
}
