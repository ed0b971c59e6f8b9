import { describe, expect, test } from 'vitest';
import { rule } from './rule.ts';
import { after, eventsOf, groupWith, REVIEWER, runOf, said, tokenOf } from './testing/scene.ts';
import { approve, atReport, reject, requestRevision } from './testing/verdicts.ts';

describe('negative verdicts', () => {
  test.each(['request_revision', 'reject', 'reopen'] as const)('%s needs a reason', (verb) => {
    const group = verb === 'reopen' ? groupWith(['approved']) : groupWith(['in_review']);
    const command = { documentId: 'doc1', revision: 1, by: REVIEWER, reasonIds: [] };
    expect(said(rule(group, { verb, ...command }))).toBe('reason_missing');
  });

  const spent = tokenOf({ stepId: 's3', documentId: 'doc3', state: 'spent' });
  const unused = tokenOf({ id: 'bob', stepId: 's3' });
  const journey = tokenOf({ id: 'cyd', kind: 'continuation' });

  test('request_revision re-arms the step token that wrote it', () => {
    const group = { ...atReport(), tokens: [spent, unused] };
    const states = after(group, requestRevision(group, REVIEWER)).tokens.map(({ state }) => state);
    expect(states).toEqual(['live', 'live']);
  });

  test('reject ends the step tokens of the step and leaves other tokens alone', () => {
    const group = { ...atReport(), tokens: [spent, unused, journey] };
    const states = after(group, reject(group, REVIEWER)).tokens.map(({ state }) => state);
    expect(states).toEqual(['ended', 'ended', 'live']);
  });

  test('approve ends the step tokens of the step too', () => {
    const group = { ...atReport(), tokens: [spent, unused] };
    const states = after(group, approve(group, REVIEWER)).tokens.map(({ state }) => state);
    expect(states).toEqual(['ended', 'ended']);
  });

  test('reject ends the run that wrote it, and no other', () => {
    const writer = runOf({
      tokenId: 'ada',
      stepId: 's3',
      state: 'waiting',
      reason: 'waiting_for_verdict',
    });
    const other = runOf({ id: 'run2', tokenId: 'cyd', state: 'waiting', reason: 'not_yours' });
    const tokens = [tokenOf({ kind: 'continuation' }), journey];
    const group = { ...atReport(), tokens, runs: [writer, other] };
    const ruling = reject(group, REVIEWER);
    const runs = after(group, ruling).runs;
    expect(runs[0]).toMatchObject({ state: 'ended', reason: 'rejected' });
    expect(runs[1]?.state).toBe('waiting');
    expect(eventsOf(ruling)).toContain('run.stopped');
  });
});
