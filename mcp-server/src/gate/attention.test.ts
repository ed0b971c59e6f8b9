import { describe, expect, test } from 'vitest';
import { attentionOf } from './attention.ts';
import type { GroupFacts } from './facts.ts';
import { BLOCKING } from './testing/runs.ts';
import { groupWith, HUMAN, planOf, runOf, stepsOf, tokenOf, withFacts } from './testing/scene.ts';

/** `kind:id reason subject`, as short as it can be read. */
function rowsOf(group: GroupFacts): readonly string[] {
  return attentionOf(group).map(({ targetKind, targetId, reason, ...subject }) => {
    const about =
      subject.questionId ?? subject.runId ?? subject.documentId ?? subject.stepId ?? '-';
    return `${targetKind}:${targetId} ${reason} ${about}`;
  });
}

const waiting = groupWith(['approved', 'in_review']);
const two = stepsOf('R T TR AC', { ...HUMAN, approvals: 2 });
const byOlga = { byKind: 'person', byId: 'olga', issuerId: 'olga', revision: 1 } as const;
const stale = [{ documentId: 'doc1', hash: 'old' }];
const ready = groupWith(['approved', 'approved', 'approved', 'in_review']);
const own = tokenOf({ stepId: 's2', documentId: 'doc2' });
const sent = groupWith(['approved', 'revision_requested']);
const empty = groupWith(['approved']);
const reviewing = tokenOf({
  id: 'eve',
  kind: 'worker',
  issuerId: 'sam',
  scopes: ['read', 'review'],
});
const agents = stepsOf('R T TR AC', { ...HUMAN, by: 'agent' });

const scenes: readonly [string, GroupFacts, readonly string[]][] = [
  ['the owner judges', waiting, ['person:olga asked_to_judge doc2']],
  [
    'the people named',
    { ...waiting, reviewerIds: ['rita', 'sam'] },
    ['person:rita asked_to_judge doc2', 'person:sam asked_to_judge doc2'],
  ],
  [
    'who stands in',
    withFacts(waiting, 'doc2', { handedTo: { kind: 'person', id: 'sam' } }),
    ['person:sam stand_in doc2'],
  ],
  [
    'the maintainers, where too few are left',
    { ...waiting, judges: { any: 0, reviewer: 0, maintainer: 0 } },
    ['role:maintainer gate_unsatisfiable doc2'],
  ],
  [
    'else the reviewers',
    { ...waiting, ownerMayJudge: false },
    ['role:reviewer asked_to_judge doc2'],
  ],
  [
    'a later revision is resubmitted',
    withFacts(waiting, 'doc2', { revision: 2 }),
    ['person:olga resubmitted doc2'],
  ],
  [
    'two are asked for',
    groupWith(['approved', 'in_review'], { steps: two }),
    ['person:olga asked_to_judge doc2', 'role:reviewer asked_to_judge doc2'],
  ],
  [
    'who has approved is not asked again',
    withFacts(groupWith(['approved', 'in_review'], { steps: two }), 'doc2', {
      approvals: [byOlga],
    }),
    ['role:reviewer asked_to_judge doc2'],
  ],
  [
    'a named role',
    groupWith(['approved', 'in_review'], {
      steps: stepsOf('R T TR AC', { ...HUMAN, roles: ['maintainer'] }),
    }),
    ['role:maintainer asked_to_judge doc2'],
  ],
  [
    'four eyes pass over the issuer',
    { ...waiting, fourEyes: true, ownerId: 'ivy' },
    ['role:reviewer asked_to_judge doc2'],
  ],
  [
    'a reviewing agent at its gate',
    groupWith(['approved', 'in_review'], { steps: agents, tokens: [reviewing] }),
    ['token:eve asked_to_judge doc2'],
  ],
  [
    'no reviewing agent: a person',
    groupWith(['approved', 'in_review'], { steps: agents }),
    ['person:olga asked_to_judge doc2'],
  ],
  [
    'a blocking question goes first',
    { ...waiting, questions: [BLOCKING] },
    ['person:olga question_open q1'],
  ],
  [
    'a question with a name on it',
    { ...waiting, questions: [{ ...BLOCKING, blocking: false, assigneeId: 'rita' }] },
    ['person:rita question_open q1', 'person:olga asked_to_judge doc2'],
  ],
  [
    'a question its owner asked',
    { ...waiting, questions: [{ ...BLOCKING, askedById: 'olga', issuerId: 'olga' }] },
    ['role:reviewer question_open q1'],
  ],
  [
    'an overdue question asks the reviewers too',
    { ...waiting, questions: [{ ...BLOCKING, assigneeId: 'rita', raised: 1 }] },
    ['person:rita question_open q1', 'role:reviewer question_open q1'],
  ],
  [
    'an overdue question of a role asks nobody twice',
    { ...waiting, ownerMayJudge: false, questions: [{ ...BLOCKING, raised: 3 }] },
    ['role:reviewer question_open q1'],
  ],
  ['the author was sent back', { ...sent, tokens: [own] }, ['token:ada revision_requested doc2']],
  [
    'the author is a person',
    withFacts(sent, 'doc2', { authorKind: 'person', authorId: 'walt' }),
    ['person:walt revision_requested doc2'],
  ],
  ['the author is dead', sent, ['person:olga issue_a_token doc2']],
  [
    'another token of the step may',
    { ...sent, tokens: [tokenOf({ id: 'bob', stepId: 's2' })] },
    ['token:bob revision_requested doc2'],
  ],
  ['stopped for good', groupWith(['approved', 'rejected']), ['person:olga rejected doc2']],
  ['a step nobody can fill', empty, ['person:olga issue_a_token s2']],
  [
    'a step a token can fill',
    { ...empty, tokens: [tokenOf({ stepId: 's2' })] },
    ['token:ada step_open s2'],
  ],
  [
    'a token for a later step',
    { ...empty, tokens: [tokenOf({ stepId: 's3' })] },
    ['person:olga issue_a_token s2'],
  ],
  [
    'a paused run',
    {
      ...empty,
      tokens: [tokenOf({ kind: 'continuation' })],
      runs: [runOf({ state: 'paused', reason: 'no_change' })],
    },
    ['person:olga run_paused run1'],
  ],
  [
    'undecided',
    groupWith(['approved'], { steps: stepsOf('R'), decided: false }),
    ['person:olga sequence_undecided -'],
  ],
  [
    'a work plan',
    { ...empty, documents: [...empty.documents, planOf(2)], tokens: [tokenOf({ stepId: 's2' })] },
    ['person:olga asked_to_judge plan2', 'token:ada step_open s2'],
  ],
  ['the end', ready, ['person:olga final_approval doc4']],
  [
    'the end under four eyes',
    { ...ready, fourEyes: true, tokenIssuerIds: ['olga'] },
    ['role:reviewer final_approval doc4'],
  ],
  [
    'a stale document before the end',
    withFacts(ready, 'doc2', { staleBecause: stale }),
    ['person:olga stale doc2'],
  ],
  [
    'a stale document behind the head',
    withFacts(groupWith(['in_review', 'approved']), 'doc2', { staleBecause: stale }),
    ['person:olga asked_to_judge doc1'],
  ],
  ['a completed group', { ...ready, state: 'completed' }, []],
  ['a discarded group', { ...ready, state: 'discarded' }, []],
];

describe('who must act', () => {
  test.each(scenes)('%s', (_, group, expected) => {
    expect(rowsOf(group)).toEqual(expected);
  });
});
