/** What follows from any change in a group, whoever made it: the head moves, tokens reach their end, runs go on or stop. */
import { apply } from './apply.ts';
import type { GroupFacts, RunFacts } from './facts.ts';
import type { Allowed, Change, GateEvent } from './ruling.ts';
import { advanceRun, type RunStanding } from './runs.ts';
import { documentAt, headOf, isClosing, targetNumber } from './sequence.ts';
import { moveToken } from './tokens.ts';
import { documentIdOf } from './vocabulary.ts';

/** The ruling that allows these changes, with everything that follows from them. */
export function conclude(
  before: GroupFacts,
  changes: readonly Change[],
  events: readonly GateEvent[],
): Allowed {
  let group = apply(before, changes);
  const all = { changes: [...changes], events: [...events] };
  for (const follow of [followHead, followTokens, followRuns]) {
    const more = follow(before, group);
    all.changes.push(...more.changes);
    all.events.push(...more.events);
    group = apply(group, more.changes);
  }
  return { allowed: true, ...all };
}

/** The event of a run that stands otherwise than before; a mere wait is no news of its own. */
export function runEvent(run: RunFacts, after: Pick<RunFacts, 'state' | 'reason'>): GateEvent[] {
  const details = { state: after.state, reason: after.reason };
  if (after.state === 'paused' || after.state === 'ended') {
    return [{ kind: 'run.stopped', runId: run.id, details }];
  }
  return run.state === 'paused' ? [{ kind: 'run.resumed', runId: run.id, details }] : [];
}

interface More {
  readonly changes: readonly Change[];
  readonly events: readonly GateEvent[];
}

const NOTHING: More = { changes: [], events: [] };

/** Says where the head went; at the final approval the server has a document to write. */
function followHead(before: GroupFacts, after: GroupFacts): More {
  const from = headOf(before);
  const head = headOf(after);
  if (from?.id === head?.id) return NOTHING;
  const details = { from: from?.number ?? null, to: head?.number ?? null };
  const moved: GateEvent = { kind: 'head.moved', stepId: head?.id, details };
  if (head === null || !isClosing(head)) return { changes: [], events: [moved] };
  return { changes: [closingDue(after, head.id)], events: [moved] };
}

function closingDue(group: GroupFacts, stepId: string): Change {
  const step = group.steps.find(({ id }) => id === stepId);
  if (step === undefined) throw new Error(`group ${group.id} has no step ${stepId}`);
  const written = documentAt(group, stepId);
  const number = written?.number ?? group.documentCount + 1;
  const documentId = written?.id ?? documentIdOf(group.id, number, step.type);
  const revision = (written?.revision ?? 0) + 1;
  const { type, gate } = step;
  return { kind: 'closing_due', stepId, type, gate, documentId, number, revision };
}

/** A continuation token ends once its target's document is approved: when the head has passed it. */
function followTokens(_before: GroupFacts, after: GroupFacts): More {
  const head = headOf(after);
  if (!after.decided || after.state === 'discarded') return NOTHING;
  const changes = after.tokens
    .filter(({ kind, state }) => kind === 'continuation' && state !== 'ended')
    .filter((token) => {
      return head === null || isClosing(head) || head.number > targetNumber(after, token);
    })
    .map((token) => moveToken(token, 'ended', null));
  return { changes, events: [] };
}

/** Runs go one by one, so that of two whose turn it could be only the first takes the step. */
function followRuns(_before: GroupFacts, after: GroupFacts): More {
  const changes: Change[] = [];
  const events: GateEvent[] = [];
  for (const run of after.runs) {
    const group = apply(after, changes);
    const now = advanceRun(group, run, null);
    if (now.state !== run.state || now.reason !== run.reason) {
      changes.push({ kind: 'run_moved', runId: run.id, ...now });
      events.push(...runEvent(run, now));
    }
    changes.push(...placeRun(group, run, now));
  }
  return { changes, events };
}

/** A run that works does so at the head, and holds it. */
export function placeRun(group: GroupFacts, run: RunFacts, now: RunStanding): readonly Change[] {
  const head = headOf(group);
  if (now.state !== 'working' || head === null || run.stepId === head.id) return [];
  return [{ kind: 'run_placed', runId: run.id, stepId: head.id }];
}
