import { describe, expect, test } from 'vitest';
import { rule } from './rule.ts';
import { beginRun, endRunsOf, ruleRun } from './run-commands.ts';
import { headOf } from './sequence.ts';
import { admit } from './submission.ts';
import { BLOCKING, journey, runIn, started, terms } from './testing/runs.ts';
import {
  after,
  eventsOf,
  groupWith,
  NOON,
  REVIEWER,
  runOf,
  said,
  submissionOf,
  tokenOf,
  WRITER,
  writing,
} from './testing/scene.ts';

describe('a run', () => {
  test('begins where its token may work, and holds the step from then on', () => {
    const group = started(groupWith(['approved'], { tokens: [journey] }));
    expect(runIn(group)).toMatchObject({ state: 'working', stepId: 's2' });
    const second = tokenOf({ id: 'bob', kind: 'continuation' });
    const both = after(group, beginRun(group, second, { ...terms, id: 'run2' }, NOON));
    expect(runIn(both, 'run2')).toMatchObject({
      state: 'waiting',
      reason: 'not_yours',
      stepId: null,
    });
  });

  test('begins once: asking again changes nothing', () => {
    const group = started(groupWith(['approved'], { tokens: [journey] }));
    expect(started(group)).toEqual(group);
  });

  test('begins in mode review with a clarification round that a person closes', () => {
    const token = { ...journey, mode: 'review' } as const;
    const group = started(groupWith(['approved'], { tokens: [token] }), token);
    expect(runIn(group)).toMatchObject({ state: 'paused', reason: 'clarification_open' });
    const ruling = ruleRun(group, runIn(group), 'resume', REVIEWER, NOON);
    expect(eventsOf(ruling)).toContain('run.resumed');
    expect(runIn(after(group, ruling))).toMatchObject({ state: 'working', stepId: 's2' });
  });

  test('is not for a step token', () => {
    expect(() => beginRun(groupWith([]), tokenOf(), terms, NOON)).toThrow('step token has no run');
  });

  test('waits for its verdict after handing in, and goes on after it', () => {
    const group = started(groupWith(['approved'], { tokens: [journey] }));
    const handed = after(group, admit(group, submissionOf(), writing(journey, runIn(group)), NOON));
    expect(runIn(handed)).toMatchObject({
      reason: 'waiting_for_verdict',
      stepsDone: 1,
      revisionsAtStep: 1,
    });
    const documentId = 'shop.default.0001.0002-T';
    const approved = after(
      handed,
      rule(handed, { verb: 'approve', documentId, revision: 1, by: REVIEWER }),
    );
    expect(runIn(approved)).toMatchObject({ state: 'working', stepId: 's3', revisionsAtStep: 0 });
  });

  test('counts every revision at its step, and the step once', () => {
    const group = started(groupWith(['approved'], { tokens: [journey] }));
    const handed = after(group, admit(group, submissionOf(), writing(journey, runIn(group)), NOON));
    const at = { documentId: 'shop.default.0001.0002-T', revision: 1, by: REVIEWER } as const;
    const asked = { verb: 'request_revision', reasonIds: ['why'], ...at } as const;
    const sent = after(handed, rule(handed, asked));
    const again = submissionOf({ hash: 'better', respondsTo: ['why'] });
    const next = after(sent, admit(sent, again, writing(journey, runIn(sent)), NOON));
    expect(runIn(next)).toMatchObject({ stepsDone: 1, revisionsAtStep: 2 });
  });

  test('ends with its token once the target is approved', () => {
    const token = { ...journey, targetStepId: 's2' };
    const group = {
      ...groupWith(['approved', 'in_review'], { tokens: [token] }),
      runs: [runOf({ stepId: 's2' })],
    };
    const ruling = rule(group, { verb: 'approve', documentId: 'doc2', revision: 1, by: REVIEWER });
    const next = after(group, ruling);
    expect(runIn(next)).toMatchObject({ state: 'ended', reason: 'target_reached' });
    expect(next.tokens[0]?.state).toBe('ended');
  });

  test('ends when the group is discarded, even if it was paused', () => {
    const paused = runOf({ state: 'paused', reason: 'no_change' });
    const group = { ...groupWith(['approved'], { tokens: [journey] }), runs: [paused] };
    const ruling = rule(group, { verb: 'discard', by: { ...REVIEWER, mayMaintain: true } });
    expect(runIn(after(group, ruling))).toMatchObject({ state: 'ended', reason: 'group_closed' });
  });

  test('pauses when what it wrote is withdrawn', () => {
    const group = {
      ...groupWith(['approved', 'in_review'], { tokens: [journey] }),
      runs: [runOf({ stepId: 's2' })],
    };
    const ruling = rule(group, {
      verb: 'withdraw',
      documentId: 'doc2',
      by: { ...REVIEWER, mayMaintain: true },
    });
    expect(runIn(after(group, ruling))).toMatchObject({
      state: 'paused',
      reason: 'paused_by_person',
    });
    expect(headOf(after(group, ruling))?.id).toBe('s2');
  });

  test('out of revisions pauses when it is sent back once more', () => {
    const at = {
      stepId: 's2',
      revisionsAtStep: 3,
      state: 'waiting',
      reason: 'waiting_for_verdict',
    } as const;
    const group = {
      ...groupWith(['approved', 'in_review'], { tokens: [journey] }),
      runs: [runOf(at)],
    };
    const ruling = rule(group, {
      verb: 'request_revision',
      documentId: 'doc2',
      revision: 1,
      by: REVIEWER,
      reasonIds: ['why'],
    });
    expect(runIn(after(group, ruling))).toMatchObject({
      state: 'paused',
      reason: 'revision_limit',
    });
  });

  test('ends by name when its token dies', () => {
    const group = { ...groupWith(['approved']), runs: [runOf()] };
    const next = after(group, endRunsOf(group, 'ada', 'token_revoked'));
    expect(runIn(next)).toMatchObject({ state: 'ended', reason: 'token_revoked' });
  });
});

describe('a person', () => {
  const group = started(groupWith(['approved'], { tokens: [journey] }));

  test('pauses, resumes and stops it', () => {
    const paused = after(group, ruleRun(group, runIn(group), 'pause', REVIEWER, NOON));
    expect(runIn(paused)).toMatchObject({ state: 'paused', reason: 'paused_by_person' });
    const resumed = after(paused, ruleRun(paused, runIn(paused), 'resume', REVIEWER, NOON));
    expect(runIn(resumed).state).toBe('working');
    const stopped = after(resumed, ruleRun(resumed, runIn(resumed), 'stop', REVIEWER, NOON));
    expect(runIn(stopped)).toMatchObject({ state: 'ended', reason: 'stopped_by_person' });
  });

  test.each([
    ['pause', 'paused', 'run_paused'],
    ['resume', 'working', 'run_not_paused'],
    ['pause', 'ended', 'run_ended'],
    ['resume', 'ended', 'run_ended'],
    ['stop', 'ended', 'run_ended'],
  ] as const)('can not %s a run that is %s', (verb, state, code) => {
    expect(said(ruleRun(group, runOf({ state }), verb, REVIEWER, NOON))).toBe(code);
  });

  test('who may not judge controls no run', () => {
    expect(said(ruleRun(group, runIn(group), 'stop', WRITER, NOON))).toBe('may_not_judge');
  });

  test.each([
    ['step_limit', { stepsDone: 10 }],
    ['time_limit', { endsAt: NOON }],
  ] as const)('who resumes it at its %s lets it go on', (reason, at) => {
    const run = runOf({ state: 'paused', reason, ...at });
    const scene = { ...groupWith(['approved'], { tokens: [journey] }), runs: [run] };
    expect(runIn(after(scene, ruleRun(scene, run, 'resume', REVIEWER, NOON))).state).toBe(
      'working',
    );
  });

  test('who resumes it may find that it has to wait', () => {
    const run = runOf({ state: 'paused', reason: 'paused_by_person' });
    const scene = {
      ...groupWith(['approved'], { tokens: [journey] }),
      runs: [run],
      questions: [BLOCKING],
    };
    const next = after(scene, ruleRun(scene, run, 'resume', REVIEWER, NOON));
    expect(runIn(next)).toMatchObject({ state: 'waiting', reason: 'question_open' });
  });
});
