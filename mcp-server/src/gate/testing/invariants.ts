/** What must hold at every moment of every history. Each is a sentence; the test plays histories against it. */
import { expect } from 'vitest';
import { apply } from '../apply.ts';
import { attentionOf } from '../attention.ts';
import type { DocumentFacts, GroupFacts } from '../facts.ts';
import type { Change } from '../ruling.ts';
import { documentOf, stepById } from '../sequence.ts';
import type { Tried } from './histories.ts';

/** What the test itself remembers, beside the facts: it must not believe the gate's own bookkeeping. */
export interface Ledger {
  /** Reasons without a response, by document, with the verb that raised them and on which revision. */
  readonly reasons: Map<string, Map<string, { readonly verb: string; readonly revision: number }>>;
  /** Documents each token had admitted, by step. */
  readonly admitted: Map<string, Map<string, Set<string>>>;
}

export interface Moment {
  readonly before: GroupFacts;
  readonly after: GroupFacts;
  readonly tried: Tried;
  readonly changes: readonly Change[];
  readonly ledger: Ledger;
}

export type Invariant = (moment: Moment) => void;

function movedTo(moment: Moment, state: string): readonly DocumentFacts[] {
  return moment.after.documents.filter(({ id, state: now }) => {
    return now === state && documentOf(moment.before, id)?.state !== state;
  });
}

export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  'a document is approved only at the head, or outside the steps': (moment) => {
    for (const { stepId, series } of movedTo(moment, 'approved')) {
      if (stepId === null) {
        expect(series).toBe('plan');
        continue;
      }
      const number = stepById(moment.after, stepId)?.number ?? 0;
      const earlier = moment.after.steps.filter((step) => step.number < number);
      for (const step of earlier) {
        const before = moment.after.documents.find((document) => document.stepId === step.id);
        expect(before?.state).toBe('approved');
      }
    }
  },

  'an approval by a person lies on the body they were shown': ({ changes, tried, before }) => {
    for (const change of changes) {
      if (change.kind !== 'verdict_recorded' || change.verb !== 'approve') continue;
      if (change.by.kind !== 'person') continue;
      // What a person hands in with their own hands they have before their eyes.
      if (tried.author !== undefined) {
        expect(tried.author.kind === 'person' && tried.author.id).toBe(change.by.id);
        continue;
      }
      expect(tried.shownHash).toBe(documentOf(before, change.documentId)?.hash);
    }
  },

  'every other approval that counts names its policy, or stands at an agent gate': (moment) => {
    for (const change of moment.changes) {
      if (change.kind !== 'verdict_recorded' || change.verb !== 'approve' || !change.counts)
        continue;
      const document = documentOf(moment.after, change.documentId);
      if (change.by.kind === 'policy') expect(['run', 'checks']).toContain(change.by.id);
      if (change.by.kind === 'token') {
        expect(document?.gate?.by).toBe('agent');
        expect(document?.issuerId).not.toBe(change.by.issuerId);
      }
      if (change.by.kind === 'person') continue;
      expect(['root', 'plan', 'closing']).not.toContain(document?.series);
      expect(document?.gate?.unattended && moment.after.unattended).toBe(true);
    }
  },

  'an approved document has the approvals its gate asks for, on its revision': (moment) => {
    for (const { approvals, gate, revision, issuerId } of movedTo(moment, 'approved')) {
      const current = approvals.filter((approval) => approval.revision === revision);
      const people = new Set(
        current.filter(({ byKind }) => byKind === 'person').map(({ byId }) => byId),
      );
      const others = current.filter(({ byKind }) => byKind !== 'person');
      const needed = gate?.by === 'human' ? gate.approvals : 1;
      expect(people.size >= needed || others.length > 0).toBe(true);
      if (moment.before.fourEyes) expect([...people]).not.toContain(issuerId);
    }
  },

  'a contradicted claim is never approved by a policy': (moment) => {
    for (const { approvals, contradicted } of movedTo(moment, 'approved')) {
      if (contradicted) expect(approvals.some(({ byKind }) => byKind === 'policy')).toBe(false);
    }
  },

  'nothing is approved while a blocking question is open': (moment) => {
    if (movedTo(moment, 'approved').length === 0) return;
    expect(moment.before.questions.filter(({ blocking }) => blocking)).toEqual([]);
  },

  'every reason got its response before the document was approved': (moment) => {
    for (const { id, revision } of movedTo(moment, 'approved')) {
      for (const { verb, revision: raisedOn } of moment.ledger.reasons.get(id)?.values() ?? []) {
        expect({ verb, raisedOn }).toEqual({ verb: 'reopen', raisedOn: revision });
      }
      moment.ledger.reasons.delete(id);
    }
  },

  'no token admits more than it grants': ({ before, changes, tried, ledger }) => {
    if (tried.author?.kind !== 'token') return;
    const { token } = tried.author;
    for (const change of changes) {
      if (change.kind !== 'document_opened' && change.kind !== 'document_revised') continue;
      const known = documentOf(before, change.documentId);
      const stepId = change.kind === 'document_opened' ? change.stepId : (known?.stepId ?? null);
      expect(token.state).not.toBe('ended');
      expect(token.kind).not.toBe('ci');
      if (stepId === null) continue;
      const steps = ledger.admitted.get(token.id) ?? new Map<string, Set<string>>();
      ledger.admitted.set(
        token.id,
        steps.set(stepId, (steps.get(stepId) ?? new Set()).add(change.documentId)),
      );
      if (token.state === 'spent') expect(change.kind).toBe('document_revised');
      if (token.kind === 'step') {
        expect([...steps.keys()]).toEqual([token.stepId]);
        expect(steps.get(stepId)?.size).toBe(1);
      }
      const step = stepById(before, stepId);
      if (token.targetStepId !== null) {
        expect(step?.number).toBeLessThanOrEqual(stepById(before, token.targetStepId)?.number ?? 0);
      }
      if (token.types !== null) expect(token.types).toContain(step?.type);
    }
  },

  'numbers are dense and unique': ({ before, after, changes }) => {
    const taken = changes.flatMap((change) => {
      if (change.kind === 'document_opened') return [change.number];
      return change.kind === 'closing_due' && change.revision === 1 ? [change.number] : [];
    });
    expect(taken).toEqual(taken.map((_, index) => before.documentCount + 1 + index));
    expect(after.documentCount).toBe(before.documentCount + taken.length);
    const ids = after.documents.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  },

  'somebody must act while work is open, and nobody once it is closed': ({ after }) => {
    const rows = attentionOf(after);
    expect(rows.length > 0).toBe(after.state === 'open');
    for (const { targetKind, targetId } of rows) {
      if (targetKind !== 'token') continue;
      expect(after.tokens.find(({ id }) => id === targetId)?.state).not.toBe('ended');
    }
  },

  'what is refused changes nothing, but for a run that counts the same body again': ({
    tried,
    changes,
  }) => {
    if (tried.ruling.allowed) return;
    const kinds = changes.map(({ kind }) => kind);
    if (tried.ruling.refusal.code !== 'no_change') expect(kinds).toEqual([]);
    for (const kind of kinds) expect(['run_progressed', 'run_moved']).toContain(kind);
  },

  'a completed group has nothing open, stale or asked': ({ after }) => {
    if (after.state !== 'completed') return;
    expect(after.questions.some(({ blocking }) => blocking)).toBe(false);
    for (const { state, staleBecause } of after.documents) {
      if (state === 'withdrawn') continue;
      expect({ state, staleBecause }).toEqual({ state: 'approved', staleBecause: [] });
    }
  },

  'every change starts from what is there': ({ before, changes }) => {
    changes.reduce((group, change) => {
      if (change.kind === 'document_moved') {
        expect(documentOf(group, change.documentId)?.state).toBe(change.from);
      }
      if (change.kind === 'token_moved') {
        expect(group.tokens.find(({ id }) => id === change.tokenId)?.state ?? change.from).toBe(
          change.from,
        );
      }
      if (change.kind === 'document_revised') {
        expect(documentOf(group, change.documentId)?.revision).toBe(change.revision - 1);
      }
      return apply(group, [change]);
    }, before);
  },

  'two runs never work at one step': ({ after }) => {
    const working = after.runs
      .filter(({ state }) => state === 'working')
      .map(({ stepId }) => stepId);
    expect(new Set(working).size).toBe(working.length);
  },

  'held verdicts lie on documents in review, and marks never on the final approval': ({
    after,
  }) => {
    for (const { state, held, series, staleBecause } of after.documents) {
      if (held.length > 0) expect(state).toBe('in_review');
      if (series === 'closing') expect(staleBecause).toEqual([]);
    }
  },
};
