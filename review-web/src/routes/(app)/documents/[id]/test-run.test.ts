import { expect, test } from 'vitest';
import { countTests } from './test-run.ts';

test('TAP counts its lines, and a failing to-do is no failure', () => {
  const tap = 'TAP version 13\nok 1 a\nnot ok 2 b\nnot ok 3 c # TODO later\n1..3';
  expect(countTests('tap', tap)).toEqual({ passed: 2, failed: 1 });
});

test('JUnit counts its cases and failures', () => {
  const junit =
    '<testsuite><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite>';
  expect(countTests('junit', junit)).toEqual({ passed: 1, failed: 1 });
});

test('a report that names no test counts nothing', () => {
  expect(countTests('junit', '<testsuite/>')).toBeNull();
  expect(countTests('tap', 'hello')).toBeNull();
});
