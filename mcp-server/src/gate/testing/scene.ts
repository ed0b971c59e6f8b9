/** Small believable groups to try the rules on. Facts are frozen deep, so that a rule that changes them fails. */
import { apply } from '../apply.ts';
import type { PersonCaller, PolicyJudge, ReviewingToken, WritingToken } from '../callers.ts';
import type { Submission } from '../commands.ts';
import type {
  DocumentFacts,
  GatePolicy,
  GroupFacts,
  RunFacts,
  StepFacts,
  TokenFacts,
} from '../facts.ts';
import type { Allowed, Ruling } from '../ruling.ts';
import { documentOf } from '../sequence.ts';
import { AUTHOR_SCOPES, type DocumentState, type Series } from '../vocabulary.ts';

export const NOON = new Date('2026-03-02T12:00:00.000Z');
export const LATER = new Date('2026-03-02T12:31:00.000Z');

export const HUMAN: GatePolicy = {
  ...{ by: 'human', approvals: 1, roles: [], checks: [], unattended: true },
};

const SERIES_OF: Readonly<Record<string, Series>> = {
  ...{ R: 'root', B: 'root', T: 'instruction', N: 'instruction', TS: 'instruction' },
  ...{ TR: 'report', NR: 'report', TSR: 'report', DS: 'design', D: 'design', AC: 'closing' },
};

/** Steps `s1`, `s2`, … of these types; only the root's and the final gate insist on a reader. */
export function stepsOf(types: string, gate: GatePolicy = HUMAN): readonly StepFacts[] {
  return types.split(' ').map((type, index) => {
    const series = SERIES_OF[type] ?? 'design';
    const read = series === 'root' || series === 'closing';
    return {
      ...{ id: `s${index + 1}`, number: index + 1, type, series, assignee: null },
      gate: read ? { ...HUMAN, unattended: false } : gate,
    };
  });
}

/** A document by Ivy's token `ada` at a step; `at` overrides anything. */
export function documentOn(
  step: StepFacts,
  state: DocumentState,
  at: Partial<DocumentFacts> = {},
): DocumentFacts {
  const { number, type, series, gate } = step;
  return {
    ...{ id: `doc${number}`, number, type, series, stepId: step.id, gate, state },
    ...{
      revision: 1,
      hash: `hash${number}`,
      plannedVersion: null,
      contradicted: false,
      reviewStop: null,
    },
    ...{ authorKind: 'token', authorId: 'ada', issuerId: 'ivy' },
    ...{ staleBecause: [], approvals: [], held: [], openReasonIds: [], cites: [], threads: [] },
    handedTo: null,
    ...at,
  };
}

/** A work plan outside the steps, in review. */
export function planOf(number: number, at: Partial<DocumentFacts> = {}): DocumentFacts {
  const gate = { ...HUMAN, unattended: false };
  const step = { id: '', number, type: 'WP', series: 'plan', gate, assignee: null } as const;
  return documentOn(step, 'in_review', {
    id: `plan${number}`,
    stepId: null,
    plannedVersion: 1,
    ...at,
  });
}

/**
 * R → T → TR → AC by default, decided, owned by Olga (who may judge). The states fill the steps from the first one on,
 * so `['approved', 'in_review']` has its head at step 2.
 */
export function groupWith(
  states: readonly DocumentState[],
  at: Partial<GroupFacts> = {},
): GroupFacts {
  const steps = at.steps ?? stepsOf('R T TR AC');
  const documents = states.flatMap((state, index) => {
    const step = steps[index];
    return step === undefined ? [] : [documentOn(step, state)];
  });
  const group: GroupFacts = {
    ...{ id: 'shop.default.0001', projectId: 'shop', state: 'open', ownerId: 'olga' },
    ...{ ownerMayJudge: true, fourEyes: false, unattended: true, decided: true },
    ...{ documentCount: documents.length, sequenceVersion: 1, steps, documents },
    ...{ questions: [], tokens: [], tokenIssuerIds: ['ivy'], runs: [] },
    ...{ reviewerIds: [], judges: { any: 3, reviewer: 3, maintainer: 1 } },
    ...at,
  };
  return frozen(group);
}

/** Changes the facts of one document of a group. */
export function withFacts(
  group: GroupFacts,
  documentId: string,
  at: Partial<DocumentFacts>,
): GroupFacts {
  const documents = group.documents.map((document) =>
    document.id === documentId ? { ...document, ...at } : document,
  );
  return frozen({ ...group, documents });
}

/** A person who may judge and write; `at` takes rights away or adds them. */
export function person(id: string, at: Partial<PersonCaller> = {}): PersonCaller {
  const rights = { mayWrite: true, mayJudge: true, mayMaintain: false } as const;
  return { kind: 'person', id, ...rights, roles: ['reviewer'], ...at };
}

export const REVIEWER = person('rita');
export const MAINTAINER = person('max', { mayMaintain: true, roles: ['maintainer'] });
export const WRITER = person('walt', { mayJudge: false, roles: ['author'] });

export function reviewingToken(id: string, issuerId: string): ReviewingToken {
  return { kind: 'token', id, issuerId, issuerMayJudge: true, issuerRoles: ['reviewer'] };
}

export function policy(name: 'run' | 'checks', at: Partial<PolicyJudge> = {}): PolicyJudge {
  const right = { issuerId: 'ivy', issuerMayJudge: true, issuerRoles: ['reviewer'] } as const;
  return { kind: 'policy', policy: name, ...right, ...at };
}

/** A live token of Ivy's with an author's scopes, bound to the group. */
export function tokenOf(at: Partial<TokenFacts> = {}): TokenFacts {
  return {
    ...{ id: 'ada', kind: 'step', scopes: [...AUTHOR_SCOPES], issuerId: 'ivy' },
    ...{ groupId: 'shop.default.0001', stepId: null, targetStepId: null, documentId: null },
    ...{ types: null, agent: null, mode: 'supervised', state: 'live' },
    ...at,
  };
}

export function runOf(at: Partial<RunFacts> = {}): RunFacts {
  return {
    ...{ id: 'run1', tokenId: 'ada', mode: 'supervised', state: 'working', reason: null },
    ...{ stepId: null, stepsDone: 0, revisionsAtStep: 0, unchangedAtStep: 0 },
    ...{ stepsMax: 10, revisionsMax: 3, endsAt: new Date('2026-03-09T12:00:00.000Z') },
    changedAt: NOON,
    ...at,
  };
}

export function writing(
  token: TokenFacts,
  run: RunFacts | null = null,
  at: Partial<WritingToken> = {},
): WritingToken {
  const rights = { issuerMayWrite: true, issuerMayJudge: true } as const;
  return { kind: 'token', token, run, ...rights, issuerRoles: ['reviewer'], ...at };
}

export function submissionOf(at: Partial<Submission> = {}): Submission {
  return { hash: 'fresh', cites: [], respondsTo: [], contradicted: false, ...at };
}

/** The ruling's changes played on the group; fails where it was refused. */
export function after(group: GroupFacts, ruling: Ruling): GroupFacts {
  return frozen(apply(group, granted(ruling).changes));
}

export function granted(ruling: Ruling): Allowed {
  if (ruling.allowed) return ruling;
  throw new Error(`refused: ${ruling.refusal.code} ${JSON.stringify(ruling.refusal.params)}`);
}

/** A document that the scene is known to hold. */
export function documentIn(group: GroupFacts, documentId: string): DocumentFacts {
  const document = documentOf(group, documentId);
  if (document === null) throw new Error(`the scene has no document ${documentId}`);
  return document;
}

/** `yes`, or the code of the refusal. */
export function said(ruling: Ruling): string {
  return ruling.allowed ? 'yes' : ruling.refusal.code;
}

export function eventsOf(ruling: Ruling): readonly string[] {
  return granted(ruling).events.map(({ kind }) => kind);
}

export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
