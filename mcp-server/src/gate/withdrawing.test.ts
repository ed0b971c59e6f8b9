import { describe, expect, test } from 'vitest';
import type { PersonCaller } from './callers.ts';
import type { GroupFacts } from './facts.ts';
import { rule } from './rule.ts';
import { documentAt, headOf } from './sequence.ts';
import { admit } from './submission.ts';
import {
  after,
  eventsOf,
  groupWith,
  MAINTAINER,
  NOON,
  person,
  REVIEWER,
  said,
  submissionOf,
  tokenOf,
  withFacts,
  writing,
} from './testing/scene.ts';

const taker = tokenOf({ stepId: 's2', documentId: 'doc2', state: 'spent' });
const unused = tokenOf({ id: 'bob', stepId: 's2' });
const waiting = groupWith(['approved', 'in_review'], { tokens: [taker, unused] });

function withdraw(group: GroupFacts, by: PersonCaller, documentId = 'doc2') {
  return rule(group, { verb: 'withdraw', documentId, by });
}

describe('withdrawing', () => {
  test('empties the step, where the head now waits for a new document', () => {
    const ruling = withdraw(waiting, MAINTAINER);
    expect(eventsOf(ruling)).toEqual(['document.withdrawn']);
    const group = after(waiting, ruling);
    expect(headOf(group)?.id).toBe('s2');
    expect(documentAt(group, 's2')).toBeNull();
  });

  test('ends the token that had taken the document; one still unused fills the step anew', () => {
    const group = after(waiting, withdraw(waiting, MAINTAINER));
    expect(group.tokens.map(({ state }) => state)).toEqual(['ended', 'live']);
    expect(said(admit(group, submissionOf(), writing(unused), NOON))).toBe('yes');
  });

  test('is for the author, the person behind the agent, and maintainers', () => {
    expect(said(withdraw(waiting, person('ivy', { mayJudge: false })))).toBe('yes');
    expect(said(withdraw(waiting, REVIEWER))).toBe('may_not_maintain');
    const byHand = { authorKind: 'person', authorId: 'rita', issuerId: 'rita' } as const;
    expect(said(withdraw(withFacts(waiting, 'doc2', byHand), REVIEWER))).toBe('yes');
  });

  test('is not for a root: the group is discarded', () => {
    const group = groupWith(['in_review']);
    expect(said(withdraw(group, MAINTAINER, 'doc1'))).toBe('root_not_withdrawable');
  });

  test('of a revision that was replaced meanwhile is refused', () => {
    const group = withFacts(waiting, 'doc2', { revision: 2 });
    const command = { verb: 'withdraw', documentId: 'doc2', revision: 1, by: MAINTAINER } as const;
    expect(said(rule(group, command))).toBe('revision_replaced');
  });
});

describe('discarding', () => {
  test('closes the group for good', () => {
    const ruling = rule(waiting, { verb: 'discard', by: MAINTAINER });
    expect(eventsOf(ruling)).toEqual(['group.discarded']);
    const group = after(waiting, ruling);
    expect(said(rule(group, { verb: 'discard', by: MAINTAINER }))).toBe('group_closed');
  });

  test('is for maintainers', () => {
    expect(said(rule(waiting, { verb: 'discard', by: REVIEWER }))).toBe('may_not_maintain');
  });
});
