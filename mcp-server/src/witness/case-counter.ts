/** What every reader of test reports answers with, and the one that counts for all of them. */
import { TEST_CASES_KEPT_MAX, TEST_CASES_MAX } from '../gate/limits.ts';

export type TestOutcome = 'passed' | 'failed' | 'skipped';

export interface TestCase {
  readonly name: string;
  readonly suite: string | null;
  readonly outcome: TestOutcome;
  readonly seconds: number | null;
}

export interface TestReport {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number | null;
  /** False: it broke off, or fewer tests ran than were planned. */
  readonly complete: boolean;
  /** Failed ones first; a long run's others are only counted. */
  readonly cases: readonly TestCase[];
}

/** Fed with pieces of a report. Throws UnreadableReport as soon as it can't be one. */
export interface ReportReader {
  write(text: string): void;
  end(): TestReport;
}

/** The text isn't a report of that format, or one that hides something. */
export class UnreadableReport extends Error {
  override readonly name = 'UnreadableReport';
}

const NAME_CHARACTERS_MAX = 300;

/** Counts every case and keeps the ones worth showing. */
export class CaseCounter {
  readonly #failed: TestCase[] = [];
  readonly #others: TestCase[] = [];
  readonly #counts = { passed: 0, failed: 0, skipped: 0 };
  #seconds: number | null = null;

  add({ name, suite, outcome, seconds }: TestCase): void {
    this.#counts[outcome] += 1;
    if (this.total > TEST_CASES_MAX) throw new UnreadableReport('too many tests');
    if (seconds !== null) this.#seconds = (this.#seconds ?? 0) + seconds;
    const kept = outcome === 'failed' ? this.#failed : this.#others;
    if (kept.length >= TEST_CASES_KEPT_MAX) return;
    kept.push({ name: cut(name), suite: suite === null ? null : cut(suite), outcome, seconds });
  }

  get total(): number {
    const { passed, failed, skipped } = this.#counts;
    return passed + failed + skipped;
  }

  report(complete: boolean): TestReport {
    const cases = [...this.#failed, ...this.#others].slice(0, TEST_CASES_KEPT_MAX);
    const seconds = this.#seconds === null ? null : Math.round(this.#seconds * 1000) / 1000;
    return { total: this.total, ...this.#counts, seconds, complete, cases };
  }
}

/** Names are somebody's text: one line, bounded, storable everywhere. */
function cut(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  return [...plain].slice(0, NAME_CHARACTERS_MAX).join('');
}
