import { describe, expect, test } from 'vitest';
import { TEST_CASES_KEPT_MAX, TEST_REPORT_DEPTH_MAX } from '../gate/limits.ts';
import { readTestReport, readTestReportFrom } from './test-report.ts';

const junit = (content: string) => readTestReport('junit', content);
const tap = (content: string) => readTestReport('tap', content);

describe('JUnit', () => {
  test('is counted case by case, failures first', () => {
    const report = junit(`<?xml version="1.0"?>
      <testsuites><testsuite name="cart">
        <testcase classname="cart" name="ships" time="0.5"/>
        <testcase classname="cart" name="breaks" time="1"><failure>no</failure></testcase>
        <testcase classname="cart" name="bursts"><error/></testcase>
        <testcase classname="cart" name="later"><skipped/></testcase>
      </testsuite></testsuites>`);
    expect(report).toMatchObject({ total: 4, passed: 1, failed: 2, skipped: 1, seconds: 1.5 });
    expect(report?.cases.map(({ name }) => name)).toEqual(['breaks', 'bursts', 'ships', 'later']);
  });

  test('a word in its output is no failure', () => {
    const report = junit(
      '<testsuite><testcase name="a"><system-out>&lt;failure&gt; <![CDATA[<failure/>]]></system-out></testcase></testsuite>',
    );
    expect(report).toMatchObject({ total: 1, passed: 1 });
  });

  test.each([
    [
      'an outside entity',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><testsuite><testcase name="&e;"/></testsuite>',
    ],
    [
      'entities that grow',
      '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><testsuite><testcase name="&b;"/></testsuite>',
    ],
    [
      'an outside type',
      '<!DOCTYPE testsuite SYSTEM "http://example.org/x.dtd"><testsuite><testcase name="a"/></testsuite>',
    ],
    ['an entity nobody declared', '<testsuite><testcase name="&e;"/></testsuite>'],
    ['another root', '<html><testcase name="a"/></html>'],
    ['an end that is missing', '<testsuite><testcase name="a"/>'],
    ['no tests', '<testsuite/>'],
    ['nothing', ''],
  ])('%s makes it unreadable', (_name, content) => {
    expect(junit(content)).toBe(null);
  });

  test('nesting without end is cut short', () => {
    const deep = '<testsuite>'.repeat(TEST_REPORT_DEPTH_MAX + 1);
    expect(junit(`${deep}<testcase name="a"/>`)).toBe(null);
  });

  test('a huge one is counted whole and kept in part', () => {
    const cases = '<testcase name="a" time="0.001"/>'.repeat(50_000);
    const report = junit(`<testsuite>${cases}<testcase name="z"><failure/></testcase></testsuite>`);
    expect(report).toMatchObject({ total: 50_001, failed: 1 });
    expect(report?.cases).toHaveLength(TEST_CASES_KEPT_MAX);
    expect(report?.cases[0]).toMatchObject({ name: 'z', outcome: 'failed' });
  });

  test('names are kept as one bounded line', () => {
    const report = junit(`<testsuite><testcase name="${'x'.repeat(2_000)}&#10;y"/></testsuite>`);
    expect(report?.cases[0]?.name).toHaveLength(300);
  });
});

describe('TAP', () => {
  test('counts tests, skips and plans', () => {
    const report = tap(
      'TAP version 14\n1..4\nok 1 - a\nnot ok 2 - b\nok 3 - c # SKIP later\nok 4 - d\n',
    );
    expect(report).toMatchObject({ total: 4, passed: 2, failed: 1, skipped: 1, complete: true });
  });

  test('of nested tests the innermost count', () => {
    const report = tap(
      '# Subtest: cart\n    ok 1 - ships\n    not ok 2 - breaks\n    1..2\nnot ok 1 - cart\n1..1\n',
    );
    expect(report).toMatchObject({ total: 2, passed: 1, failed: 1, complete: true });
  });

  test('one that ends before its plan, or bails out, is incomplete', () => {
    expect(tap('1..3\nok 1 - a\n')).toMatchObject({ total: 1, complete: false });
    expect(tap('1..1\nok 1 - a\nBail out! No disk.\n')).toMatchObject({ complete: false });
  });

  test('what may fail yet is no failure', () => {
    expect(tap('not ok 1 - a # todo\n1..1\n')).toMatchObject({ failed: 0, skipped: 1 });
  });

  test('prose is no run, and a line without an end is refused', () => {
    expect(tap('All tests passed.\n')).toBe(null);
    expect(tap(`ok 1 - ${'x'.repeat(1_100_000)}`)).toBe(null);
  });
});

test('bytes that are no text are unreadable, and pieces may end inside a character', async () => {
  async function* pieces(bytes: Uint8Array, size: number) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const text = Buffer.from('1..1\nok 1 - 무료 배송\n');
  expect(await readTestReportFrom('tap', pieces(text, 1))).toMatchObject({
    cases: [{ name: '무료 배송' }],
  });
  expect(await readTestReportFrom('tap', pieces(Buffer.from([0xff, 0xfe]), 2))).toBe(null);
});
