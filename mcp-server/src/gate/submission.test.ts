import { describe, expect, test } from 'vitest';
import type { Submission } from './commands.ts';
import type { GroupFacts, TokenFacts } from './facts.ts';
import { ruleQuestion } from './questions.ts';
import type { Ruling } from './ruling.ts';
import { documentOf, headOf } from './sequence.ts';
import { admit } from './submission.ts';
import {
  after,
  documentIn,
  eventsOf,
  granted,
  groupWith,
  HUMAN,
  MAINTAINER,
  NOON,
  person,
  REVIEWER,
  runOf,
  said,
  stepsOf,
  submissionOf,
  tokenOf,
  WRITER,
  withFacts,
  writing,
} from './testing/scene.ts';

const ada = tokenOf({ stepId: 's3' });
const atReport = groupWith(['approved', 'approved'], { tokens: [ada] });
const NEW = 'shop.default.0001.0003-TR';

function submit(group: GroupFacts, at: Partial<Submission> = {}, token: TokenFacts = ada): Ruling {
  return admit(group, submissionOf(at), writing(token), NOON);
}

describe('a first submission at the head', () => {
  test('opens a document under the next number and spends the step token on it', () => {
    const group = after(atReport, submit(atReport));
    expect(documentOf(group, NEW)).toMatchObject({ number: 3, state: 'in_review', revision: 1 });
    expect(group.tokens[0]).toMatchObject({ state: 'spent', documentId: NEW });
    expect(group.documentCount).toBe(3);
  });

  test('of two with one token leaves one document', () => {
    const group = after(atReport, submit(atReport));
    const [spent = ada] = group.tokens;
    expect(said(submit(group, { hash: 'other' }, spent))).toBe('token_spent');
  });

  test('does not spend a continuation token', () => {
    const token = tokenOf({ kind: 'continuation' });
    const group = { ...atReport, tokens: [token] };
    expect(after(group, submit(group, {}, token)).tokens).toEqual([token]);
  });

  test("is refused for another type than the head's, named so", () => {
    expect(submit(atReport, { type: 'TS' })).toMatchObject({
      refusal: { code: 'wrong_type', params: { type: 'TS', expected: 'TR' } },
    });
  });

  test('may name the root or the document before it as its predecessor, and no other', () => {
    expect(said(submit(atReport, { predecessorId: 'doc1' }))).toBe('yes');
    expect(said(submit(atReport, { predecessorId: 'doc2' }))).toBe('yes');
    expect(said(submit(atReport, { predecessorId: 'shop.default.0009.0001-R' }))).toBe(
      'wrong_predecessor',
    );
  });

  test('is refused while the sequence is undecided', () => {
    const group = groupWith(['approved'], { steps: stepsOf('R'), decided: false });
    expect(said(admit(group, submissionOf(), WRITER, NOON))).toBe('sequence_undecided');
  });

  test('is refused at the final approval, which the server writes', () => {
    const group = groupWith(['approved', 'approved', 'approved']);
    expect(said(admit(group, submissionOf(), WRITER, NOON))).toBe('closing_is_approve_only');
    expect(said(submit(group))).toBe('target_reached');
  });

  test('is refused when the issuer may write no more', () => {
    const lost = writing(ada, null, { issuerMayWrite: false });
    expect(said(admit(atReport, submissionOf(), lost, NOON))).toBe('may_not_write');
  });

  test('waits for a blocking question and goes on after its answer', () => {
    const question = { id: 'q1', stepId: 's3', documentId: null, blocking: true };
    const asked = {
      askedById: 'ada',
      issuerId: 'ivy',
      assigneeId: null,
      raised: 0,
      assumed: false,
      assumedOn: null,
    };
    const group = after(
      atReport,
      ruleQuestion(atReport, { verb: 'ask', questions: [{ ...question, ...asked }] }),
    );
    expect(said(submit(group))).toBe('question_open');
    const free = after(
      group,
      ruleQuestion(group, { verb: 'answer', questionId: 'q1', by: REVIEWER }),
    );
    expect(said(submit(free))).toBe('yes');
  });
});

describe('the next revision', () => {
  const sent = groupWith(['approved', 'approved', 'revision_requested'], {
    tokens: [tokenOf({ stepId: 's3', documentId: 'doc3' })],
  });
  const asked = withFacts(sent, 'doc3', { openReasonIds: ['a', 'b'] });

  test('answers every open reason, or hears which are missing', () => {
    expect(submit(asked, { respondsTo: ['a'] })).toMatchObject({
      refusal: { code: 'response_missing', params: { reasons: 'b' } },
    });
    const next = after(asked, submit(asked, { respondsTo: ['a', 'b'] }));
    expect(documentIn(next, 'doc3')).toMatchObject({
      revision: 2,
      openReasonIds: [],
      state: 'in_review',
    });
  });

  test('can not say what the last one said', () => {
    expect(said(submit(sent, { hash: 'hash3' }))).toBe('no_change');
  });

  test('voids the approvals given to the one it replaces', () => {
    const approval = { byKind: 'person', byId: 'rita', issuerId: 'rita', revision: 1 } as const;
    const waiting = groupWith(['approved', 'in_review']);
    const group = withFacts(waiting, 'doc2', { approvals: [approval] });
    const token = tokenOf({ stepId: 's2', documentId: 'doc2', state: 'spent' });
    const next = after(group, submit(group, { documentId: 'doc2' }, token));
    expect(documentIn(next, 'doc2')).toMatchObject({
      revision: 2,
      approvals: [],
      state: 'in_review',
    });
  });

  test('of an approved document is refused: it is reopened first', () => {
    expect(said(submit(sent, { documentId: 'doc2' }))).toBe('state_forbids');
  });

  test('of a document of another group is refused as such', () => {
    expect(said(submit(sent, { documentId: 'shop.default.0002.0001-R' }))).toBe('wrong_group');
  });

  test('of a document behind the head waits for the head', () => {
    const group = groupWith(['approved', 'in_review', 'revision_requested']);
    expect(said(submit(group, { documentId: 'doc3' }))).toBe('not_head');
  });
});

describe('the same body again', () => {
  const token = tokenOf({ kind: 'continuation' });
  const sent = groupWith(['approved', 'approved', 'revision_requested'], { tokens: [token] });
  const run = runOf({ stepId: 's3', revisionsAtStep: 1 });
  const first = admit(
    { ...sent, runs: [run] },
    submissionOf({ hash: 'hash3' }),
    writing(token, run),
    NOON,
  );

  test('is counted on the run the first time', () => {
    expect(first).toMatchObject({
      refusal: { code: 'no_change' },
      changes: [{ kind: 'run_progressed', unchanged: true }],
    });
  });

  test('pauses the run the second time', () => {
    const again = { ...run, unchangedAtStep: 1 };
    const second = admit(
      { ...sent, runs: [again] },
      submissionOf({ hash: 'hash3' }),
      writing(token, again),
      NOON,
    );
    expect(second).toMatchObject({
      refusal: { code: 'no_change' },
      events: [{ kind: 'run.stopped', details: { state: 'paused', reason: 'no_change' } }],
    });
  });
});

describe('what a person writes with their own hands', () => {
  test('counts as their approval and opens a gate where one suffices', () => {
    const ruling = admit(atReport, submissionOf(), REVIEWER, NOON);
    expect(eventsOf(ruling)).toEqual(['document.submitted', 'document.approved', 'head.moved']);
    expect(granted(ruling).changes).toContainEqual(
      expect.objectContaining({ kind: 'verdict_recorded', counts: true, ownWork: true }),
    );
    expect(headOf(after(atReport, ruling))?.id).toBe('s4');
  });

  test('is one of two where two are asked for', () => {
    const steps = stepsOf('R T TR AC', { ...HUMAN, approvals: 2 });
    const group = groupWith(['approved', 'approved'], { steps });
    const ruling = admit(group, submissionOf(), REVIEWER, NOON);
    expect(eventsOf(ruling)).toEqual(['document.submitted', 'document.approval_given']);
  });

  test.each([
    ['of somebody who may not judge', atReport, WRITER],
    ['under four eyes', { ...atReport, fourEyes: true }, REVIEWER],
  ])('waits for another %s', (_, group, author) => {
    expect(eventsOf(admit(group, submissionOf(), author, NOON))).toEqual(['document.submitted']);
  });

  test('waits when it asks a blocking question in the same breath', () => {
    const ruling = admit(atReport, submissionOf({ asksBlocking: true }), REVIEWER, NOON);
    expect(eventsOf(ruling)).toEqual(['document.submitted']);
  });

  test("opens a group's root too, and ends the tokens of a step it takes over", () => {
    const root = groupWith([], { steps: stepsOf('R'), decided: false });
    expect(eventsOf(admit(root, submissionOf(), MAINTAINER, NOON))).toContain('document.approved');
    const taken = admit(atReport, submissionOf(), REVIEWER, NOON);
    expect(after(atReport, taken).tokens[0]?.state).toBe('ended');
  });
});

test('an assumption is recorded on the next document at its step', () => {
  const question = { id: 'q1', stepId: 's3', documentId: null, blocking: false, askedById: 'ada' };
  const more = { issuerId: 'ivy', assigneeId: null, raised: 0, assumed: true, assumedOn: null };
  const group = { ...atReport, questions: [{ ...question, ...more }] };
  expect(after(group, submit(group)).questions[0]?.assumedOn).toBe(NEW);
});

test('a person may take over what was sent back to an agent', () => {
  const sent = groupWith(['approved', 'approved', 'revision_requested']);
  expect(said(admit(sent, submissionOf(), person('wanda', { mayJudge: false }), NOON))).toBe('yes');
});
