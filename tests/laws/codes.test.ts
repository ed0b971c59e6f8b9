/**
 * Why: a failure's code is thrown in one file and said in another. A code without a
 * sentence would reach an agent as a bare word; a sentence without a code is said by nobody.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeErrors } from '../../docs/write-errors.ts';
import { FAULT_CODES, PROBLEM_CODES, Problem, problems } from '../../mcp-server/src/problems.ts';
import { textsIn } from '../../mcp-server/src/sentences/sentences.ts';
import { ROOT } from './source-files.ts';

const sorted = (codes: readonly string[]) => [...codes].sort();

test('every problem and every fault that can be thrown is said, and no other', () => {
  expect(sorted(Object.keys(textsIn('en').problems))).toEqual(sorted(PROBLEM_CODES));
  expect(sorted(Object.keys(textsIn('en').faults))).toEqual(sorted(FAULT_CODES));
});

test('every problem has its constructor, but for the defect, which nobody throws on purpose', () => {
  const thrown = Object.entries(problems)
    .filter(([name]) => name !== 'refused')
    .map(([, make]) => (make as (...given: unknown[]) => Problem)([]))
    .map((problem) => (problem instanceof Problem ? problem.code : 'no problem'));
  expect(sorted([...thrown, 'defect'])).toEqual(sorted(PROBLEM_CODES));
});

test('docs/errors.md is what its script writes (node docs/write-errors.ts)', () => {
  expect(readFileSync(join(ROOT, 'docs/errors.md'), 'utf8')).toBe(writeErrors());
});

test('the law sees a code that nobody says', () => {
  const said = Object.keys(textsIn('en').problems);
  expect(sorted([...said, 'new_code'])).not.toEqual(sorted(PROBLEM_CODES));
});
