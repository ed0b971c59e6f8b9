/** Confirming a stale document: somebody who may approve it says that it still holds on what it rests on now. */
import type { ConfirmCommand } from './commands.ts';
import { conclude } from './consequences.ts';
import type { DocumentFacts, GroupFacts } from './facts.ts';
import { giverOf, weighApproval } from './judging.ts';
import { refuse } from './refusals.ts';
import type { Ruling } from './ruling.ts';
import { openPredecessor } from './staleness.ts';
import { insistsOn } from './threads.ts';

/**
 * Lifts all marks by one recorded verdict of a person, on the approved revision as it is. It waits until everything the
 * document rests on is approved again: a confirmation of what may still change would say nothing.
 */
export function confirm(
  group: GroupFacts,
  document: DocumentFacts,
  { by }: ConfirmCommand,
): Ruling {
  const { id: documentId, revision, stepId } = document;
  if (by.kind !== 'person') return refuse('needs_person');
  const weight = weighApproval(group, document, by);
  if (!weight.allowed) return weight;
  if (document.staleBecause.length === 0) return refuse('not_stale', { document: documentId });
  if (insistsOn(document, by.id)) return refuse('thread_open', { document: documentId });
  const predecessor = openPredecessor(group, document);
  if (predecessor !== null) return refuse('stale_predecessor', { predecessor });
  const { counts, ownWork } = weight;
  return conclude(
    group,
    [
      {
        kind: 'verdict_recorded',
        documentId,
        revision,
        verb: 'confirm',
        counts,
        ownWork,
        by: giverOf(by),
      },
      { kind: 'stale_lifted', documentId, left: [] },
    ],
    [
      {
        kind: 'document.confirmed',
        documentId,
        stepId: stepId ?? undefined,
        details: { revision },
      },
    ],
  );
}
