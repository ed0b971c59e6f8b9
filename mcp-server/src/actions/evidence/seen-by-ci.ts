/** What CI observed of a revision, the newest of each name, ready to be compared with what the agent says. */
import type { EvidenceInput } from '../../contracts/evidence.ts';
import type { ObservedRow } from '../../store/evidence/observed.ts';
import { fromJson } from '../../store/json.ts';
import type { TestReport } from '../../witness/case-counter.ts';

export interface Observation {
  readonly id: string;
  readonly name: string;
  readonly sha: string;
  readonly byName: string;
  readonly at: Date;
  readonly evidence: EvidenceInput;
  /** Of a test run. */
  readonly tests: TestReport | null;
}

export interface ObservedContent {
  readonly evidence: EvidenceInput;
  readonly tests: TestReport | null;
}

export function observationsOf(rows: readonly ObservedRow[]): readonly Observation[] {
  const newest = new Map<string, Observation>();
  for (const row of rows) {
    const { evidence, tests } = fromJson<ObservedContent>(row.content, `observation ${row.id}`);
    const { id, name, sha, byName, createdAt: at } = row;
    const key = [row.kind, name, evidence.command ?? ''].join('\n');
    newest.set(key, { id, name, sha, byName, at, evidence, tests });
  }
  return [...newest.values()];
}

/** Both may be cut short; either may be the whole name. */
export function isSameCommit(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** On a commit the report names; a report that names none leaves it open. */
export function isOnNamedCommit(sha: string, named: readonly string[]): boolean {
  return named.length === 0 || named.some((one) => isSameCommit(one, sha));
}
