import { describe, expect, test } from 'vitest';
import type { GroupFacts } from './facts.ts';
import { admit } from './submission.ts';
import { journey, runIn, started } from './testing/runs.ts';
import {
  after,
  eventsOf,
  groupWith,
  HUMAN,
  NOON,
  stepsOf,
  submissionOf,
  writing,
} from './testing/scene.ts';
import type { RunMode } from './vocabulary.ts';

describe('an unattended run', () => {
  const token = { ...journey, mode: 'unattended' } as const;

  function handIn(
    at: Partial<GroupFacts> = {},
    mode: RunMode = 'unattended',
    contradicted = false,
  ) {
    const group = {
      ...started(groupWith(['approved'], { tokens: [{ ...token, mode }], ...at }), {
        ...token,
        mode,
      }),
    };
    const run = { ...runIn(group), state: 'working', reason: null } as const;
    const author = writing({ ...token, mode }, run);
    return {
      group,
      ruling: admit({ ...group, runs: [run] }, submissionOf({ contradicted }), author, NOON),
    };
  }

  test.each(['unattended', 'review'] as const)(
    'in mode %s approves in its own name what may pass unread',
    (mode) => {
      const { ruling } = handIn({}, mode);
      expect(eventsOf(ruling)).toEqual(['document.submitted', 'document.approved', 'head.moved']);
      expect(ruling).toMatchObject({ events: [{}, { details: { policy: 'run' } }, {}] });
    },
  );

  test('goes straight on to the next step', () => {
    const { group, ruling } = handIn();
    expect(runIn(after(group, ruling))).toMatchObject({
      state: 'working',
      stepId: 's3',
      stepsDone: 1,
    });
  });

  test.each([
    ['a supervised run', {}, 'supervised', false],
    ['under four eyes', { fourEyes: true }, 'unattended', false],
    ['where the project lets nothing pass unread', { unattended: false }, 'unattended', false],
    [
      'where the step does not',
      { steps: stepsOf('R T TR AC', { ...HUMAN, unattended: false }) },
      'unattended',
      false,
    ],
    [
      'where two people are asked for',
      { steps: stepsOf('R T TR AC', { ...HUMAN, approvals: 2 }) },
      'unattended',
      false,
    ],
    ['what was found untrue', {}, 'unattended', true],
  ] as const)('does not: %s', (_, at, mode, contradicted) => {
    const { group, ruling } = handIn(at, mode, contradicted);
    expect(eventsOf(ruling)).toEqual(['document.submitted']);
    expect(runIn(after(group, ruling)).reason).toBe('waiting_for_verdict');
  });

  test('does not: what asks a blocking question in the same breath', () => {
    const group = started(groupWith(['approved'], { tokens: [token] }), token);
    const submission = submissionOf({ asksBlocking: true });
    const ruling = admit(group, submission, writing(token, runIn(group)), NOON);
    expect(eventsOf(ruling)).toEqual(['document.submitted']);
  });

  test('ends when its issuer may judge no more, and the document stays in review', () => {
    const group = started(groupWith(['approved'], { tokens: [token] }), token);
    const author = writing(token, runIn(group), { issuerMayJudge: false });
    const next = after(group, admit(group, submissionOf(), author, NOON));
    expect(runIn(next)).toMatchObject({ state: 'ended', reason: 'issuer_lost_right' });
    expect(next.documents[1]?.state).toBe('in_review');
  });

  test('never approves a work plan or the final approval', () => {
    const planner = { ...token, scopes: ['plan'] } as const;
    const group = started(groupWith(['approved'], { tokens: [planner] }), planner);
    const outside = { series: 'plan', gate: HUMAN, have: 0 } as const;
    const ruling = admit(
      group,
      submissionOf({ type: 'WP', outside }),
      writing(planner, runIn(group)),
      NOON,
    );
    expect(eventsOf(ruling)).toEqual(['document.submitted']);
  });
});
