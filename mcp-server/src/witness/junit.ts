/**
 * JUnit XML as a stream. A document type is refused outright: with it go external entities, entities that grow, and every
 * other way to make a parser fetch or swell.
 */
import sax from 'sax';
import { TEST_REPORT_DEPTH_MAX } from '../gate/limits.ts';
import {
  CaseCounter,
  type ReportReader,
  type TestOutcome,
  UnreadableReport,
} from './case-counter.ts';

/** What a test case may hold that says how it ended. Flaky ones passed in the end. */
const ENDINGS: Readonly<Record<string, TestOutcome>> = {
  failure: 'failed',
  error: 'failed',
  skipped: 'skipped',
};

interface OpenCase {
  readonly name: string;
  readonly suite: string | null;
  readonly seconds: number | null;
  outcome: TestOutcome;
}

export function junitReader(): ReportReader {
  const parser = sax.parser(true, { position: false });
  const counter = new CaseCounter();
  const open: string[] = [];
  let current: OpenCase | null = null;
  let broken = false;

  const refuse = (why: string): never => {
    throw new UnreadableReport(why);
  };
  parser.onerror = (error) => refuse(error.message);
  parser.ondoctype = () => refuse('a document type');
  parser.onprocessinginstruction = ({ name }) => {
    if (name !== 'xml' && name !== 'xml-stylesheet') refuse('an instruction to the parser');
  };
  parser.onopentag = ({ name, attributes }) => {
    if (open.length === 0 && name !== 'testsuites' && name !== 'testsuite') refuse('another root');
    open.push(name);
    if (open.length > TEST_REPORT_DEPTH_MAX) refuse('too deep');
    if (name === 'testcase') current = openCase(attributes as Record<string, string>);
    else if (current !== null && name in ENDINGS && open.at(-2) === 'testcase') {
      current.outcome = ENDINGS[name] ?? 'failed';
    } else if (name === 'error' && open.at(-2) === 'testsuite') broken = true;
  };
  parser.onclosetag = (name) => {
    open.pop();
    if (name !== 'testcase' || current === null) return;
    counter.add(current);
    current = null;
  };
  return {
    write: (text) => void parser.write(text),
    end: () => {
      parser.close();
      // A run of nothing shows nothing.
      if (counter.total === 0) refuse('no tests');
      return counter.report(!broken);
    },
  };
}

function openCase(attributes: Readonly<Record<string, string>>): OpenCase {
  const { name = '', classname, time } = attributes;
  const seconds = Number(time);
  return {
    name,
    suite: classname ?? null,
    seconds: time === undefined || !Number.isFinite(seconds) || seconds < 0 ? null : seconds,
    outcome: 'passed',
  };
}
