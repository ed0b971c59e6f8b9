/** Taking back: a document by its author or a maintainer, a whole group by a maintainer. */
import type { DiscardCommand, WithdrawCommand } from './commands.ts';
import { conclude, runEvent } from './consequences.ts';
import type { DocumentFacts, GroupFacts } from './facts.ts';
import { voidHeld } from './held.ts';
import { voidApprovals } from './objecting.ts';
import { refuse } from './refusals.ts';
import type { Change, GateEvent, Ruling } from './ruling.ts';
import { standing, wrote } from './runs.ts';
import { endTokensOfDocument } from './tokens.ts';

/**
 * The author (or the person whose agent wrote it) or a maintainer withdraws. The step is empty again, the tokens that
 * had taken the document end with it, and the run that wrote it pauses until a person lets it go on.
 */
export function withdraw(
  group: GroupFacts,
  document: DocumentFacts,
  { by }: WithdrawCommand,
): Ruling {
  const { id: documentId, state: from, stepId, revision } = document;
  if (document.issuerId !== by.id && !by.mayMaintain) return refuse('may_not_maintain');
  const held = voidHeld(document, by.id);
  const runs = group.runs.filter((run) => isLive(run.state) && wrote(run, document));
  const paused = standing('paused_by_person');
  const changes: Change[] = [
    ...voidApprovals(document),
    ...held.changes,
    { kind: 'document_moved', documentId, from, to: 'withdrawn' },
    ...endTokensOfDocument(group, documentId),
    ...runs.map(({ id }): Change => ({ kind: 'run_moved', runId: id, ...paused })),
  ];
  if (stepId !== null) changes.push({ kind: 'step_emptied', stepId, documentId });
  const events: GateEvent[] = [
    { kind: 'document.withdrawn', documentId, stepId: stepId ?? undefined, details: { revision } },
    ...held.events,
    ...runs.flatMap((run) => runEvent(run, paused)),
  ];
  return conclude(group, changes, events);
}

/** A maintainer ends the group for good, with a reason; all runs in it end. */
export function discard(group: GroupFacts, { by }: DiscardCommand): Ruling {
  if (!by.mayMaintain) return refuse('may_not_maintain');
  return conclude(
    group,
    [{ kind: 'group_moved', from: group.state, to: 'discarded' }],
    [{ kind: 'group.discarded' }],
  );
}

function isLive(state: string): boolean {
  return state === 'working' || state === 'waiting';
}
