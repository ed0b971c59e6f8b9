/**
 * Random histories through the real actions: several agents, several people, two processes on one database, now and then
 * two at the same moment. Whatever they do, what must hold holds, judged by the rows and the log and not by the gate.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Crowd, openCrowd, type Tried } from '../support/crowd.ts';
import { brokenPromises } from '../support/promises.ts';
import { brokenIn } from '../support/tables.ts';

/** A few dozen: the pure gate has its hundreds; these are about rows, locks and processes. */
const HISTORIES = 30;
const PATIENCE = { timeout: 120_000 };

let crowd: Crowd;
beforeAll(async () => {
  crowd = await openCrowd();
});
afterAll(() => crowd.close());

const deeds = fc.array(
  fc.record({
    verb: fc.constantFrom<Tried['verb']>(
      ...(['submit', 'submit', 'submit', 'submit', 'submit', 'submit', 'plan'] as const),
      ...(['approve', 'approve', 'approve', 'approve', 'approve', 'request_revision'] as const),
      ...(['reopen', 'reopen', 'reject', 'confirm', 'withdraw', 'continue', 'restart'] as const),
      ...(['ask', 'answer', 'answer', 'arrange', 'pause', 'resume', 'resume', 'revoke'] as const),
    ),
    who: fc.nat(20),
    what: fc.nat(20),
    /** Together with the next one, at the same moment. */
    together: fc.boolean(),
  }),
  { minLength: 25, maxLength: 50 },
);

test('what must hold holds after every history', PATIENCE, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.boolean(), deeds, async (unattended, list) => {
      const group = await crowd.openGroup(unattended);
      for (let at = 0; at < list.length; at += 1) {
        const [first, second] = [list[at], list[at + 1]];
        if (first === undefined) continue;
        if (first.together && second !== undefined) {
          await Promise.all([group.tries(first), group.tries(second)]);
          at += 1;
        } else {
          await group.tries(first);
        }
      }
      const { reader } = crowd.house.database;
      for (const kind of await group.kinds()) seen.add(kind);
      expect(await brokenPromises(reader, group.id)).toEqual([]);
    }),
    { numRuns: HISTORIES, endOnFailure: true },
  );
  expect(await brokenIn(crowd.house.database.reader)).toEqual([]);
  const expected = ['document.approved', 'document.revision_requested', 'document.reopened'];
  expect(
    [...expected, 'run.stopped', 'question.answered'].filter((kind) => !seen.has(kind)),
  ).toEqual([]);
});
