import { describe, expect, test } from 'vitest';
import { attentionOf } from './attention.ts';
import type { ReviewPast } from './callers.ts';
import type { DocumentFacts, GatePolicy, GroupFacts } from './facts.ts';
import { AGENT_ROUNDS_MAX } from './limits.ts';
import { rule } from './rule.ts';
import { after, documentIn, eventsOf, reviewingToken, said, tokenOf } from './testing/scene.ts';
import { atReport } from './testing/verdicts.ts';
import { GATE_OPENERS, VERDICTS } from './vocabulary.ts';

const PAST: ReviewPast = { reviewed: false, rounds: 0, sameFindings: false, sameBody: false };
const AGENT: Partial<GatePolicy> = { by: 'agent' };

function review(
  group: GroupFacts,
  verb: (typeof VERDICTS)[number],
  past: Partial<ReviewPast> = {},
  issuer = 'eli',
) {
  const by = { ...reviewingToken('eve', issuer), past: { ...PAST, ...past } };
  const threads = verb === 'approve' ? [] : [{ id: 'why', weight: 'must' } as const];
  return rule(group, {
    ...{ verb, documentId: 'doc3', revision: 1, by, threads },
    reasonIds: verb === 'approve' ? [] : ['why'],
  });
}

/** `counts` or `advice`, or the code of the refusal. */
function weightOf(...given: Parameters<typeof review>): string {
  const ruling = review(...given);
  if (!ruling.allowed) return said(ruling);
  const verdict = ruling.changes.find((change) => change.kind === 'verdict_recorded');
  return verdict?.counts ? 'counts' : 'advice';
}

describe.each(VERDICTS)('%s by an agent', (verb) => {
  test.each(GATE_OPENERS)('under a gate of %s', (by) => {
    expect(weightOf(atReport({ by, checks: [] }), verb)).toBe(by === 'agent' ? 'counts' : 'advice');
  });

  const advice: readonly [string, GroupFacts][] = [
    ['where a person must read', atReport({ ...AGENT, unattended: false })],
    ['in a project where a person must read all', { ...atReport(AGENT), unattended: false }],
    ['on what was found untrue', atReport(AGENT, { contradicted: true })],
    ['once agents have gone in circles', atReport(AGENT, { reviewStop: 'round_limit' })],
    ['for another role', atReport({ ...AGENT, roles: ['maintainer'] })],
  ];
  test.each(advice)('is advice %s', (_where, group) => {
    expect(weightOf(group, verb)).toBe('advice');
  });

  test('is advice on work of its own issuer, under any gate', () => {
    for (const by of GATE_OPENERS)
      expect(weightOf(atReport({ by }), verb, {}, 'ivy')).toBe('advice');
  });

  test('is refused on its own work, and twice on one revision', () => {
    expect(weightOf(atReport(AGENT, { authorId: 'eve' }), verb)).toBe('own_work');
    expect(weightOf(atReport(AGENT), verb, { reviewed: true })).toBe('already_reviewed');
  });
});

describe('what closes the circle', () => {
  const circles: readonly [string, Partial<ReviewPast>][] = [
    ['same_findings', { sameFindings: true }],
    ['no_change', { sameBody: true }],
    ['round_limit', { rounds: AGENT_ROUNDS_MAX }],
  ];
  test.each(circles)('%s: the verdict is advice, and a person is asked', (stop, past) => {
    const eve = tokenOf({ id: 'eve', issuerId: 'eli', scopes: ['read', 'review'] });
    const group = { ...atReport(AGENT), tokens: [eve] };
    expect(attentionOf(group)).toMatchObject([{ targetKind: 'token', targetId: 'eve' }]);
    for (const verb of ['request_revision', 'reject'] as const) {
      const ruling = review(group, verb, past);
      expect(eventsOf(ruling)).toEqual(['review.advised', 'review.stopped', 'comment.added']);
      const stopped = after(group, ruling);
      const document: DocumentFacts = documentIn(stopped, 'doc3');
      expect(document).toMatchObject({ state: 'in_review', reviewStop: stop });
      expect(document.threads).toMatchObject([{ advice: true, raisedById: 'eve' }]);
      expect(attentionOf(stopped)).toMatchObject([
        { targetKind: 'person', targetId: 'olga', reason: 'review_stopped' },
      ]);
    }
  });

  test('one round less still counts, and an approval ends it at any time', () => {
    const rounds = AGENT_ROUNDS_MAX - 1;
    expect(weightOf(atReport(AGENT), 'request_revision', { rounds })).toBe('counts');
    for (const [, past] of circles)
      expect(weightOf(atReport(AGENT), 'approve', past)).toBe('counts');
  });
});

test('an agent that approves has resolved what it raised, and nothing of others', () => {
  const raised = { weight: 'must', state: 'done', advice: false, answered: true } as const;
  const group = atReport(AGENT, {
    threads: [
      { id: 'a', ...raised, raisedByKind: 'token', raisedById: 'eve' },
      { id: 'b', ...raised, raisedByKind: 'person', raisedById: 'rita' },
    ],
  });
  const approved = documentIn(after(group, review(group, 'approve')), 'doc3');
  expect(approved).toMatchObject({ state: 'approved', threads: [{ id: 'b' }] });
});

test('the agents of an issuer who has approved are not asked again', () => {
  const tokens = ['eli', 'ela'].map((issuerId) =>
    tokenOf({ id: `of-${issuerId}`, issuerId, scopes: ['read', 'review'] }),
  );
  const approvals = [{ byKind: 'token', byId: 'of-eli', issuerId: 'eli', revision: 1 } as const];
  const group = { ...atReport({ ...AGENT, approvals: 2 }, { approvals }), tokens };
  expect(attentionOf(group).map(({ targetId }) => targetId)).toEqual(['of-ela']);
});
