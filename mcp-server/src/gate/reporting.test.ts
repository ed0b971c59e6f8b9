import { describe, expect, test } from 'vitest';
import type { GroupFacts } from './facts.ts';
import { type ChecksReport, reportChecks } from './reporting.ts';
import { BLOCKING, journey, runIn, started } from './testing/runs.ts';
import { after, documentIn, eventsOf, granted, withFacts, writing } from './testing/scene.ts';
import { atReport } from './testing/verdicts.ts';
import type { ChecksState, DocumentState } from './vocabulary.ts';

const waiting = (gate = {}, checks: ChecksState = 'running') => atReport(gate, { checks });

function report(group: GroupFacts, at: Partial<ChecksReport> = {}) {
  const found = { documentId: 'doc3', revision: 1, checks: 'passed', contradicted: false } as const;
  return granted(reportChecks(group, { ...found, reasonIds: [], author: null, ...at }));
}

/** The report's state once the ruling is played, and what was told of it. */
function outcome(group: GroupFacts, at: Partial<ChecksReport> = {}) {
  const ruling = report(group, at);
  const { state, checks, contradicted } = documentIn(after(group, ruling), 'doc3');
  return { state, checks, contradicted, events: eventsOf(ruling) };
}

const FILES = { by: 'human', checks: ['files_match'] } as const;
const CHECKS = { by: 'checks', checks: ['tests_pass'] } as const;

describe('people are asked once the server has looked', () => {
  test.each<[ChecksState | null, boolean]>([
    ['passed', false],
    ['failed', false],
    ['overdue', false],
    [null, false],
    [null, true],
    ['passed', true],
  ])('checks %s, contradicted %s', (checks, contradicted) => {
    expect(outcome(waiting(), { checks, contradicted })).toEqual({
      ...{ state: 'in_review', checks, contradicted },
      events: ['checks.finished'],
    });
  });

  test('waiting for CI is no result: nothing is told', () => {
    const { state, events } = outcome(waiting(FILES), { checks: 'waiting' });
    expect({ state, events }).toEqual({ state: 'in_review', events: [] });
  });

  test('a second look that finds the same changes nothing', () => {
    const seen = waiting({}, 'passed');
    expect(report(seen)).toEqual({ allowed: true, changes: [], events: [] });
  });
});

describe('a red check', () => {
  const red = { checks: 'failed', reasonIds: ['r1', 'r2'] } as const;

  test('that the gate names sends the document back, its failures being the reasons', () => {
    const group = waiting(FILES);
    const ruling = report(group, red);
    expect(eventsOf(ruling)).toEqual(['checks.finished', 'document.revision_requested']);
    expect(documentIn(after(group, ruling), 'doc3')).toMatchObject({
      state: 'revision_requested',
      openReasonIds: ['r1', 'r2'],
    });
  });

  test('that no gate names goes to a person', () => {
    expect(outcome(waiting(), red).state).toBe('in_review');
  });

  test('opens no gate of checks', () => {
    expect(outcome(waiting(CHECKS), { checks: 'failed' }).state).toBe('in_review');
  });
});

describe('a gate of checks', () => {
  test('opens when all are green, in the name of the policy', () => {
    const ruling = report(waiting(CHECKS));
    expect(eventsOf(ruling)).toEqual(['checks.finished', 'document.approved', 'head.moved']);
    expect(ruling.events[1]).toMatchObject({ details: { policy: 'checks' } });
  });

  test.each<[string, Partial<ChecksReport>]>([
    ['they wait for CI', { checks: 'waiting' }],
    ['CI never came', { checks: 'overdue' }],
    ['nothing was seen', { checks: null }],
    ['a claim is contradicted', { contradicted: true }],
  ])('stays closed while %s', (_, at) => {
    expect(outcome(waiting(CHECKS), at).state).toBe('in_review');
  });

  test('stays closed under an open blocking question', () => {
    const group = { ...waiting(CHECKS), questions: [{ ...BLOCKING, stepId: 's3' }] };
    expect(outcome(group).state).toBe('in_review');
  });
});

describe('an unattended run', () => {
  const token = { ...journey, mode: 'unattended' } as const;
  const group = started({ ...waiting(), tokens: [token] }, token);
  const author = writing(token, runIn(group));

  test('goes on once the look is over', () => {
    const { state, events } = outcome(group, { author });
    expect(state).toBe('approved');
    expect(events).toContain('document.approved');
  });

  test.each<[string, Partial<ChecksReport>]>([
    ['a claim is contradicted', { contradicted: true }],
    ['an advisory check is red', { checks: 'failed' }],
    ['CI is awaited', { checks: 'waiting' }],
  ])('waits for a person while %s', (_, at) => {
    expect(outcome(group, { author, ...at }).state).toBe('in_review');
  });

  test('waits under a blocking question', () => {
    const asking = { ...group, questions: [{ ...BLOCKING, stepId: 's3' }] };
    expect(outcome(asking, { author }).state).toBe('in_review');
  });
});

describe('what came too late', () => {
  test.each<[string, Partial<ChecksReport>]>([
    ['a revision that was replaced', { revision: 2 }],
    ['a document that is not there', { documentId: 'doc9' }],
  ])('%s changes nothing', (_, at) => {
    expect(report(waiting(FILES), at)).toEqual({ allowed: true, changes: [], events: [] });
  });

  test.each<DocumentState>(['approved', 'revision_requested', 'rejected', 'withdrawn'])(
    'on a document that is %s it is kept and told, and judges nothing',
    (state) => {
      const group = withFacts(waiting(FILES), 'doc3', { state });
      const found = { checks: 'failed', contradicted: true, reasonIds: ['r1'] } as const;
      expect(outcome(group, found)).toEqual({
        ...{ state, checks: 'failed', contradicted: true },
        events: ['checks.finished'],
      });
    },
  );

  test('a closed group judges nothing', () => {
    const group = { ...waiting(CHECKS), state: 'completed' } as const;
    expect(outcome(group).state).toBe('in_review');
  });
});
