/** What was found out about one revision, as it is stored: codes and numbers, no sentences. */
import type { Sentences } from '../../dependencies.ts';
import type { CheckName, CheckState, EvidenceStanding } from '../../gate/vocabulary.ts';
import { fromJson } from '../../store/json.ts';
import type { TestReport } from '../../witness/case-counter.ts';

export type FindingCode = Parameters<Sentences['finding']>[0];

export interface Finding {
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface EvidenceFound {
  readonly standing: EvidenceStanding;
  readonly finding: Finding | null;
  readonly tests?: TestReport | undefined;
}

export interface ClaimFound {
  readonly standing: EvidenceStanding;
  readonly evidence: readonly EvidenceFound[];
}

export interface CheckFound {
  readonly name: CheckName;
  readonly state: CheckState;
  readonly required: boolean;
  readonly failures: readonly Finding[];
}

/** Against the files that the named commits changed. */
export interface FilesFound {
  readonly changed: number;
  /** Neither listed nor named anywhere in the report. */
  readonly unmentioned: readonly string[];
}

export interface Findings {
  readonly claims: readonly ClaimFound[];
  readonly checks: readonly CheckFound[];
  readonly files: FilesFound | null;
  /** The clone's branches as they stood; null: none was looked at. */
  readonly fingerprint: string | null;
}

export function readFindings(content: string, revision: string): Findings {
  return fromJson<Findings>(content, `the findings about ${revision}`);
}

export function finding(code: FindingCode, params: Finding['params'] = {}): Finding {
  return { code, params };
}

/** As much of a commit's name as people read. */
export function shortSha(sha: string): string {
  return sha.slice(0, 12);
}
