/** TAP 13 and 14 as a stream of lines. Of nested tests the innermost count: their parent only sums them up. */
import {
  CaseCounter,
  type ReportReader,
  type TestOutcome,
  UnreadableReport,
} from './case-counter.ts';

const TEST_POINT = /^( *)(not )?ok\b(?: +(\d+))?(?: +-)? ?(.*)$/;
const PLAN = /^( *)1\.\.(\d+)\b/;
const BAIL_OUT = /^ *Bail out!/i;
/** A `#` that isn't escaped, then what kind of exception it is. */
const DIRECTIVE = /(?<!\\)#\s*(skip|todo)\b/i;
const SECONDS = /^ *duration_ms: ([\d.]+)\s*$/;
/** No line of an honest report is longer; this is what is held at once. */
const LINE_CHARACTERS_MAX = 1_000_000;
const INDENT_MAX = 256;

interface Point {
  readonly name: string;
  readonly outcome: TestOutcome;
  readonly indent: number;
  seconds: number | null;
}

export function tapReader(): ReportReader {
  const counter = new CaseCounter();
  const planned = new Map<number, number>();
  const seen = new Map<number, number>();
  let rest = '';
  let pending: Point | null = null;
  let deepest = -1;
  let bailedOut = false;

  const settle = () => {
    if (pending === null) return;
    counter.add({ ...pending, suite: null });
    pending = null;
  };
  const point = (indent: number, outcome: TestOutcome, name: string) => {
    const isParent = deepest > indent;
    settle();
    deepest = indent;
    if (indent === 0) seen.set(0, (seen.get(0) ?? 0) + 1);
    // Its children are counted already; a parent that failed though they passed failed by itself.
    if (!isParent) pending = { name, outcome, indent, seconds: null };
  };
  const line = (text: string) => {
    if (BAIL_OUT.test(text)) bailedOut = true;
    const plan = PLAN.exec(text);
    if (plan?.[1] === '') planned.set(0, Number(plan[2]));
    const seconds = SECONDS.exec(text)?.[1];
    if (seconds !== undefined && pending !== null) pending.seconds = Number(seconds) / 1000;
    const found = TEST_POINT.exec(text);
    const indent = found?.[1]?.length ?? 0;
    if (found === null || indent > INDENT_MAX) return;
    const [, , not, , name = ''] = found;
    point(
      indent,
      outcomeOf(not !== undefined, name),
      name.replace(DIRECTIVE, '#').split('#')[0] ?? '',
    );
  };
  return {
    write: (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LINE_CHARACTERS_MAX) throw new UnreadableReport('a line without an end');
      for (const each of lines) line(each.replace(/\r$/, ''));
    },
    end: () => {
      line(rest);
      settle();
      if (counter.total === 0) throw new UnreadableReport('no tests');
      const plan = planned.get(0);
      return counter.report(!bailedOut && (plan === undefined || plan === (seen.get(0) ?? 0)));
    },
  };
}

/** What is marked `todo` may fail; what is skipped never ran. */
function outcomeOf(failed: boolean, name: string): TestOutcome {
  const directive = DIRECTIVE.exec(name)?.[1]?.toLowerCase();
  if (directive === 'skip') return 'skipped';
  if (directive === 'todo') return failed ? 'skipped' : 'passed';
  return failed ? 'failed' : 'passed';
}
