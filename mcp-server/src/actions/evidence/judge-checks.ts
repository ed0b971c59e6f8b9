/** The named checks on one revision: each from what was seen, never from what is said. A table by name. */

import type { ComparedFiles } from '../../gate/changed-files.ts';
import type { CheckName, CheckState } from '../../gate/vocabulary.ts';
import { type CheckFound, type ClaimFound, type Finding, finding, shortSha } from './findings.ts';
import type { Looked } from './look-at-clone.ts';
import { isOnNamedCommit, type Observation } from './seen-by-ci.ts';

export interface CheckSight {
  readonly clone: Looked;
  readonly observations: readonly Observation[];
  /** Commits the report names. */
  readonly commits: readonly string[];
  readonly claims: readonly ClaimFound[];
  /** What became of each diff that was handed in. */
  readonly diffs: readonly ClaimFound['evidence'][number][];
  /** Null: no named commit could be seen. */
  readonly files: ComparedFiles | null;
  /** Nothing of CI has come in yet, and it may still. */
  readonly ciMayCome: boolean;
}

interface Result {
  readonly state: CheckState;
  readonly failures: readonly Finding[];
}

const MISSING: Result = { state: 'missing', failures: [] };

/** Paths named in one failure list; more help nobody. */
const PATHS_NAMED_MAX = 20;

export function judgeCheck(name: CheckName, required: boolean, sight: CheckSight): CheckFound {
  return { name, required, ...JUDGES[name](sight) };
}

const JUDGES: Readonly<Record<CheckName, (sight: CheckSight) => Result>> = {
  tests_pass: ({ observations, commits }) =>
    ofCi(
      observations.filter(({ tests }) => tests !== null),
      commits,
      ({ tests, sha }) => {
        if (tests === null) return [];
        const { failed, total } = tests;
        const params = { failed, total, sha: shortSha(sha) };
        if (failed > 0) return [finding('check_tests_failed', params)];
        return tests.complete ? [] : [finding('check_tests_incomplete', params)];
      },
    ),
  commands_pass: ({ observations, commits }) =>
    ofCi(
      observations.filter(({ evidence }) => evidence.kind === 'command'),
      commits,
      ({ evidence: { exit_code: exit = 0 }, name, sha }) =>
        exit === 0 ? [] : [finding('check_command_failed', { name, exit, sha: shortSha(sha) })],
    ),
  commit_exists: ({ clone, commits }) => {
    if (clone === 'none' || clone === 'unreadable') return MISSING;
    if (commits.length === 0) return redOrGreen([finding('check_no_commit')]);
    const missing = clone.commits.filter(({ seen }) => seen === null);
    return redOrGreen(
      missing.map(({ name }) => finding('commit_missing', { sha: shortSha(name) })),
    );
  },
  diff_applies: ({ clone, diffs }) => {
    if (clone === 'none' || clone === 'unreadable') return MISSING;
    if (diffs.length === 0) return redOrGreen([finding('check_no_diff')]);
    const wrong = diffs.filter(({ standing }) => standing !== 'verified');
    return redOrGreen(wrong.map((diff) => diff.finding ?? finding('diff_unreadable')));
  },
  files_match: ({ clone, files }) => {
    if (clone === 'none' || clone === 'unreadable') return MISSING;
    if (files === null) return redOrGreen([finding('check_no_commit')]);
    const named = (paths: readonly string[], code: Finding['code']) =>
      paths.slice(0, PATHS_NAMED_MAX).map((path) => finding(code, { path }));
    return redOrGreen([
      ...(files.listMissing ? [finding('files_list_missing')] : []),
      ...named(files.outOfScope, 'file_out_of_scope'),
      ...named(files.notChanged, 'file_not_changed'),
      ...named(files.notClaimed, 'file_not_claimed'),
    ]);
  },
  claims_verified: ({ claims, ciMayCome }) => {
    if (claims.length === 0) return MISSING;
    const at = (standing: string, code: Finding['code']) =>
      claims.flatMap((claim, index) =>
        claim.standing === standing ? [finding(code, { claim: index + 1 })] : [],
      );
    const untrue = [
      ...at('contradicted', 'claim_is_contradicted'),
      ...at('outdated', 'claim_is_outdated'),
    ];
    const unseen = at('unverified', 'claim_is_unverified');
    return untrue.length === 0 && unseen.length > 0 && ciMayCome
      ? MISSING
      : redOrGreen([...untrue, ...unseen]);
  },
};

function redOrGreen(failures: readonly Finding[]): Result {
  return { state: failures.length > 0 ? 'red' : 'green', failures };
}

function ofCi(
  observations: readonly Observation[],
  commits: readonly string[],
  failuresOf: (observation: Observation) => readonly Finding[],
): Result {
  if (observations.length === 0) return MISSING;
  return redOrGreen(
    observations.flatMap((observation) => {
      const { sha } = observation;
      if (isOnNamedCommit(sha, commits)) return failuresOf(observation);
      return [finding('seen_on_other_commit', { sha: shortSha(sha) })];
    }),
  );
}
