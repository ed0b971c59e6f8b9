/** Random histories against what must hold in every one of them, whatever is tried in whatever order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from './apply.ts';
import type { GroupFacts } from './facts.ts';
import type { Change } from './ruling.ts';
import { beginnings } from './testing/crowd.ts';
import { type Attempted, attempt, attempts } from './testing/histories.ts';
import { INVARIANTS, type Invariant, type Ledger, type Moment } from './testing/invariants.ts';
import { frozen } from './testing/scene.ts';

/** Enough to find a rule that is off by one arrow; shrinking then says which. */
const HISTORIES = 400;
/** Two seconds on a free machine, and no reason to fail on a busy one. */
const PATIENCE = { timeout: 60_000 };

test('no history breaks what must hold at every moment', PATIENCE, () => {
  fc.assert(
    fc.property(beginnings, attempts, (start, tries) => {
      play(start, tries, holdAll);
    }),
    { numRuns: HISTORIES },
  );
});

test(
  'the histories get somewhere: groups are completed, and every verb is allowed now and then',
  PATIENCE,
  () => {
    const seen = new Set<string>();
    const sample = fc.sample(fc.tuple(beginnings, attempts), { numRuns: 600, seed: 7 });
    for (const [start, tries] of sample) {
      play(start, tries, ({ tried, after }) => {
        if (after.state === 'completed') seen.add('completed');
        if (tried.ruling.allowed) for (const { kind } of tried.ruling.events) seen.add(kind);
      });
    }
    const expected = [
      ...['completed', 'group.completed', 'group.reopened', 'group.discarded', 'head.moved'],
      ...[
        'document.submitted',
        'document.approved',
        'document.approval_given',
        'document.rejected',
      ],
      ...[
        'document.revision_requested',
        'document.reopened',
        'document.withdrawn',
        'document.stale',
      ],
      ...[
        'document.confirmed',
        'verdict.held',
        'verdict.voided',
        'review.advised',
        'question.asked',
      ],
      ...['question.answered', 'sequence.changed', 'run.started', 'run.stopped', 'run.resumed'],
    ];
    expect(expected.filter((kind) => !seen.has(kind))).toEqual([]);
  },
);

function holdAll(moment: Moment): void {
  for (const [name, invariant] of Object.entries(INVARIANTS)) {
    try {
      invariant(moment);
    } catch (error) {
      throw new Error(`broken: ${name}`, { cause: error });
    }
  }
}

/** Plays a history, calling back at every moment of it. Returns how often something was allowed. */
function play(start: GroupFacts, tries: readonly Attempted[], each: Invariant): number {
  const ledger: Ledger = { reasons: new Map(), admitted: new Map() };
  let group = start;
  let allowed = 0;
  tries.forEach((what, serial) => {
    const tried = attempt(group, what, serial);
    if (tried === null) return;
    const { ruling } = tried;
    const changes = ruling.allowed ? ruling.changes : (ruling.changes ?? []);
    const after = frozen(apply(group, changes));
    remember(ledger, changes);
    each({ before: group, after, tried, changes, ledger });
    group = after;
    if (ruling.allowed) allowed += 1;
  });
  return allowed;
}

function remember({ reasons }: Ledger, changes: readonly Change[]): void {
  let verb = '';
  for (const change of changes) {
    if (change.kind === 'verdict_recorded') verb = change.verb;
    if (change.kind === 'reasons_opened') {
      const open =
        reasons.get(change.documentId) ?? new Map<string, { verb: string; revision: number }>();
      for (const id of change.reasonIds) open.set(id, { verb, revision: change.revision });
      reasons.set(change.documentId, open);
    }
    if (change.kind === 'reasons_answered') {
      for (const id of change.reasonIds) reasons.get(change.documentId)?.delete(id);
    }
  }
}
