import { describe, expect, test } from 'vitest';
import type { GroupFacts, ThreadFacts } from './facts.ts';
import { groupWith, HUMAN, planOf, policy, REVIEWER, said, stepsOf } from './testing/scene.ts';
import { approve, atReport, HUGO, reject, requestRevision } from './testing/verdicts.ts';

const MUST: ThreadFacts = {
  ...{ id: 'th1', weight: 'must', state: 'open', raisedByKind: 'person' },
  ...{ raisedById: 'rita', advice: false, answered: false },
};

describe('no policy approves', () => {
  const refused: readonly [string, GroupFacts, string][] = [
    ['what was found untrue', atReport({}, { contradicted: true }), 'contradicted'],
    ['where a person must read', atReport({ unattended: false }), 'needs_person'],
    ['where two people must', atReport({ approvals: 2 }), 'needs_person'],
    [
      'in a project where a person must read all',
      { ...atReport(), unattended: false },
      'needs_person',
    ],
    ['under four eyes', { ...atReport(), fourEyes: true }, 'four_eyes'],
    ['over an open must thread', atReport({}, { threads: [MUST] }), 'needs_person'],
    [
      'what is stale',
      atReport({}, { staleBecause: [{ documentId: 'doc1', hash: 'x' }] }),
      'needs_person',
    ],
  ];
  test.each(refused)('%s', (_, group, code) => {
    expect(said(approve(group, policy('run')))).toBe(code);
  });

  test.each(['R', 'WP', 'AC'])('the type %s, whatever its gate says', (type) => {
    const gate = { ...HUMAN, unattended: true };
    const closing = groupWith(['approved', 'approved', 'approved', 'in_review'], {
      steps: stepsOf('R T TR AC').map((step) => ({ ...step, gate })),
    });
    const root = groupWith(['in_review'], { steps: closing.steps });
    const plan = groupWith([], { documents: [planOf(2, { gate })] });
    const [group, id] = { R: [root, 'doc1'], WP: [plan, 'plan2'], AC: [closing, 'doc4'] }[type] as [
      GroupFacts,
      string,
    ];
    expect(said(approve(group, policy('run'), id))).toBe('needs_person');
  });

  test('without its issuer holding the right to judge', () => {
    const lost = policy('run', { issuerMayJudge: false });
    expect(said(approve(atReport(), lost))).toBe('may_not_judge');
  });

  test('by checks where none are named', () => {
    expect(said(approve(atReport({ by: 'checks' }), policy('checks')))).toBe('needs_person');
  });
});

describe('what holds an approval and lets the negative verdict through', () => {
  const question = {
    ...{ id: 'q1', stepId: 's3', documentId: null, blocking: true, askedById: 'ada' },
    ...{ issuerId: 'ivy', assigneeId: null, raised: 0, assumed: false, assumedOn: null },
  };

  test('a blocking question', () => {
    const group = { ...atReport(), questions: [question] };
    expect(said(approve(group, REVIEWER))).toBe('question_open');
    expect(said(requestRevision(group, REVIEWER))).toBe('yes');
    expect(said(reject(group, REVIEWER))).toBe('yes');
  });

  test('a question that does not block holds nothing', () => {
    const group = { ...atReport(), questions: [{ ...question, blocking: false }] };
    expect(said(approve(group, REVIEWER))).toBe('yes');
  });

  test('an open must thread holds the approval of whoever raised it, and of nobody else', () => {
    const group = atReport({}, { threads: [MUST] });
    expect(said(approve(group, REVIEWER))).toBe('thread_open');
    expect(said(requestRevision(group, REVIEWER))).toBe('yes');
    expect(said(approve(group, HUGO))).toBe('yes');
  });
});
