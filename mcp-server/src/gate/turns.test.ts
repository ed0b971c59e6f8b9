import { describe, expect, test } from 'vitest';
import { admit } from './submission.ts';
import {
  granted,
  groupWith,
  LATER,
  NOON,
  runOf,
  said,
  submissionOf,
  tokenOf,
  withFacts,
  writing,
} from './testing/scene.ts';

const atReport = groupWith(['approved', 'approved']);

describe('whose turn it is', () => {
  const token = tokenOf({ kind: 'worker', groupId: null, types: ['TR'] });
  const other = runOf({ id: 'run2', tokenId: 'bob', stepId: 's3' });
  const group = { ...atReport, tokens: [token], runs: [other] };
  const mine = writing(token, runOf());

  test('a step another run works at is not yours', () => {
    expect(said(admit(group, submissionOf(), mine, NOON))).toBe('not_yours');
  });

  test('a run that is silent for half an hour on its own turn has let it go', () => {
    const ruling = admit(group, submissionOf(), mine, LATER);
    expect(said(ruling)).toBe('yes');
    expect(granted(ruling).changes).toContainEqual({
      ...{ kind: 'run_moved', runId: 'run2', state: 'waiting', reason: 'not_yours' },
    });
  });

  test('a run that waits for a verdict is not silent', () => {
    const waits = { ...other, state: 'waiting', reason: 'waiting_for_verdict' } as const;
    expect(said(admit({ ...group, runs: [waits] }, submissionOf(), mine, LATER))).toBe('not_yours');
  });

  test("a step that bears another agent's name is not yours", () => {
    const steps = atReport.steps.map((step) => ({ ...step, assignee: 'scribe' }));
    const free = { ...group, steps, runs: [] };
    expect(said(admit(free, submissionOf(), mine, NOON))).toBe('not_yours');
    const named = { ...token, agent: 'scribe' };
    expect(said(admit(free, submissionOf(), writing(named, runOf()), NOON))).toBe('yes');
  });

  test('what a person wrote and is asked to revise is for a journey to take up, not for a passing worker', () => {
    const byHand = { authorKind: 'person', authorId: 'walt', issuerId: 'walt' } as const;
    const sent = groupWith(['approved', 'approved', 'revision_requested']);
    const scene = withFacts(sent, 'doc3', byHand);
    expect(said(admit(scene, submissionOf(), mine, NOON))).toBe('not_yours');
    const journey = writing(tokenOf({ kind: 'continuation' }), runOf());
    expect(said(admit(scene, submissionOf(), journey, NOON))).toBe('yes');
  });

  test('what a living agent is asked to revise is its own', () => {
    const author = tokenOf({ kind: 'worker', groupId: null, types: ['TR'] });
    const sent = groupWith(['approved', 'approved', 'revision_requested'], { tokens: [author] });
    const passing = writing({ ...token, id: 'bob' }, runOf({ id: 'run2', tokenId: 'bob' }));
    expect(said(admit(sent, submissionOf(), passing, NOON))).toBe('not_yours');
    const gone = { ...sent, runs: [runOf({ state: 'ended', reason: 'stopped_by_person' })] };
    expect(said(admit(gone, submissionOf(), passing, NOON))).toBe('yes');
  });

  test.each([
    ['paused', { state: 'paused', reason: 'paused_by_person' }, 'run_paused'],
    ['ended', { state: 'ended', reason: 'stopped_by_person' }, 'run_ended'],
    ['out of time', { endsAt: NOON }, 'run_paused'],
  ] as const)('a run that is %s hands nothing in', (_, at, code) => {
    const run = runOf(at);
    expect(said(admit({ ...group, runs: [run] }, submissionOf(), writing(token, run), NOON))).toBe(
      code,
    );
  });
});
