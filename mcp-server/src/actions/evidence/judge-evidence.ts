/** How far one piece of evidence can be believed: what the agent says, beside what was seen. A table by kind. */
import type { EvidenceInput } from '../../contracts/evidence.ts';
import type { EvidenceKind } from '../../gate/vocabulary.ts';
import type { TestReport } from '../../witness/case-counter.ts';
import { changesIn, firstDifference } from '../../witness/patch.ts';
import { type EvidenceFound, finding, shortSha } from './findings.ts';
import type { Looked } from './look-at-clone.ts';
import { isOnNamedCommit, type Observation } from './seen-by-ci.ts';

export interface Sight {
  readonly clone: Looked;
  /** The folder of the linked clone, by which a commit may say that it is elsewhere. */
  readonly repository: string | null;
  readonly observations: readonly Observation[];
  /** Commits the report names. */
  readonly commits: readonly string[];
  /** The numbers of a test run, inline or attached; null: it can't be read. */
  readonly testsOf: (evidence: EvidenceInput) => TestReport | null;
  /** Whether an attachment's bytes still have the hash they were named by. */
  readonly isIntact: (sha256: string) => boolean;
}

export function judgeEvidence(evidence: EvidenceInput, sight: Sight): EvidenceFound {
  return JUDGES[evidence.kind](evidence, sight);
}

type JudgeOf = (evidence: EvidenceInput, sight: Sight) => EvidenceFound;

const UNSEEN: EvidenceFound = { standing: 'unverified', finding: null };

const JUDGES: Readonly<Record<EvidenceKind, JudgeOf>> = {
  commit: judgeCommit,
  diff: judgeDiff,
  command: judgeCommand,
  test_run: judgeTestRun,
  file: ({ attachment = '' }, { isIntact }) =>
    isIntact(attachment)
      ? { standing: 'verified', finding: finding('file_intact', { sha: shortSha(attachment) }) }
      : { standing: 'contradicted', finding: finding('file_broken') },
  url: () => UNSEEN,
  note: () => UNSEEN,
};

function unreadable(): EvidenceFound {
  return { standing: 'unverified', finding: finding('clone_unreadable') };
}

function judgeCommit({ sha = '', repository }: EvidenceInput, sight: Sight): EvidenceFound {
  const { clone } = sight;
  if (clone === 'none') return UNSEEN;
  if (repository !== undefined && !namesSame(repository, sight.repository)) {
    return { standing: 'unverified', finding: finding('commit_elsewhere') };
  }
  if (clone === 'unreadable') return unreadable();
  const named = clone.commits.find(({ name }) => name === sha);
  if (named === undefined) return UNSEEN;
  const { seen, where } = named;
  const at = { sha: shortSha(sha) };
  if (seen === null) return { standing: 'contradicted', finding: finding('commit_missing', at) };
  if (where === null) return { standing: 'outdated', finding: finding('commit_abandoned', at) };
  if (where.moved.length > 0) {
    const path = where.moved[0] ?? '';
    return {
      standing: 'outdated',
      finding: finding('commit_moved_on', { ...at, files: where.moved.length, path }),
    };
  }
  const { files, added, deleted } = seen;
  return {
    standing: 'verified',
    finding: finding('commit_found', { ...at, files: files.length, added, deleted }),
  };
}

/** `https://git.example.org/team/shop.git` and `shop` may be the same: the last part of both says. */
function namesSame(named: string, linked: string | null): boolean {
  const lastOf = (name: string) =>
    name
      .replace(/\/+$/, '')
      .split(/[/:]/)
      .at(-1)
      ?.replace(/\.git$/, '');
  return linked !== null && lastOf(named) === lastOf(linked);
}

function judgeDiff({ patch = '' }: EvidenceInput, { clone }: Sight): EvidenceFound {
  if (clone === 'none') return UNSEEN;
  if (clone === 'unreadable') return unreadable();
  const changes = changesIn(patch);
  if (changes === null) return { standing: 'unverified', finding: finding('diff_unreadable') };
  if (!clone.commits.some(({ seen }) => seen !== null)) {
    return { standing: 'unverified', finding: finding('diff_without_commit') };
  }
  const differences = clone.patches.map((real) => firstDifference(changes, real));
  if (differences.includes(null)) {
    return { standing: 'verified', finding: finding('diff_matches', { files: changes.size }) };
  }
  const path = differences.at(-1) ?? '';
  return { standing: 'contradicted', finding: finding('diff_differs', { path }) };
}

function judgeCommand(evidence: EvidenceInput, sight: Sight): EvidenceFound {
  const seen = sight.observations.findLast(
    ({ evidence: { kind, command } }) => kind === 'command' && command === evidence.command,
  );
  if (seen === undefined) return UNSEEN;
  const params = { sha: shortSha(seen.sha), exit: seen.evidence.exit_code ?? 0 };
  if (!isOnNamedCommit(seen.sha, sight.commits)) {
    return { standing: 'unverified', finding: finding('seen_on_other_commit', params) };
  }
  return seen.evidence.exit_code === evidence.exit_code
    ? { standing: 'verified', finding: finding('command_seen', params) }
    : { standing: 'contradicted', finding: finding('command_differs', params) };
}

/** An agent's own run is its word. CI's run on the same commit confirms it, or shows that it isn't so. */
function judgeTestRun(evidence: EvidenceInput, sight: Sight): EvidenceFound {
  const said = sight.testsOf(evidence);
  if (said === null) return { standing: 'unverified', finding: finding('tests_unreadable') };
  const tests = said;
  const runs = sight.observations.filter(({ tests: seen }) => seen !== null);
  const here = runs.filter(({ sha }) => isOnNamedCommit(sha, sight.commits));
  const [first] = here;
  if (first === undefined) {
    const other = runs.at(-1);
    const params = other && { sha: shortSha(other.sha) };
    const found = params ? finding('seen_on_other_commit', params) : null;
    return { standing: 'unverified', finding: found, tests };
  }
  const sum = (of: 'total' | 'failed' | 'passed') =>
    here.reduce((all, { tests: seen }) => all + (seen?.[of] ?? 0), 0);
  const numbers = { total: sum('total'), failed: sum('failed'), passed: sum('passed') };
  const params = { ...numbers, sha: shortSha(first.sha) };
  if (said.failed === 0 && numbers.failed > 0) {
    return { standing: 'contradicted', finding: finding('tests_fail_in_ci', params), tests };
  }
  const agrees = said.failed === numbers.failed && here.every(({ tests: seen }) => seen?.complete);
  return agrees
    ? { standing: 'verified', finding: finding('tests_seen', params), tests }
    : { standing: 'unverified', finding: null, tests };
}
