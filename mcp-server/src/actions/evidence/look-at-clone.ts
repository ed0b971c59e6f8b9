/** What the linked clone shows of the commits a report names. Read once, before anything is judged by it. */
import type { EvidenceInput } from '../../contracts/evidence.ts';
import type { Dependencies } from '../../dependencies.ts';
import { COMMITS_LOOKED_AT_MAX } from '../../gate/limits.ts';
import type { Clone, SeenCommit, Whereabouts } from '../../witness/clone.ts';
import { UnreadableClone } from '../../witness/git.ts';
import { openClone } from '../../witness/open-clone.ts';
import { type Changes, changesIn } from '../../witness/patch.ts';

export interface NamedCommit {
  /** As the report names it. */
  readonly name: string;
  /** Null: the clone has no such commit. */
  readonly seen: SeenCommit | null;
  readonly where: Whereabouts;
}

export interface CloneLook {
  readonly commits: readonly NamedCommit[];
  /** What each named commit changed, and all of them together. Only read where a diff was handed in. */
  readonly patches: readonly Changes[];
  readonly fingerprint: string;
}

/** `none`: nothing is linked; `unreadable`: it is, and can't be looked at. */
export type Looked = CloneLook | 'none' | 'unreadable';

export async function lookAtClone(
  { config, log }: Dependencies,
  repository: string | null,
  evidence: readonly EvidenceInput[],
): Promise<Looked> {
  if (repository === null) return 'none';
  try {
    const clone = await openClone(config.repositoriesDir, repository);
    const commits = await readCommits(clone, evidence);
    const wantsPatches = evidence.some(({ kind }) => kind === 'diff');
    return {
      commits,
      patches: wantsPatches ? await readPatches(clone, commits) : [],
      fingerprint: await clone.fingerprint(),
    };
  } catch (error) {
    if (!(error instanceof UnreadableClone)) throw error;
    log.warn({ err: error, repository }, 'a linked clone could not be read');
    return 'unreadable';
  }
}

/** Null where it can't be read: then nothing is known to have changed. */
export async function fingerprintOf(
  { config }: Dependencies,
  repository: string | null,
): Promise<string | null> {
  if (repository === null) return null;
  try {
    return await (await openClone(config.repositoriesDir, repository)).fingerprint();
  } catch (error) {
    if (error instanceof UnreadableClone) return null;
    throw error;
  }
}

async function readCommits(
  clone: Clone,
  evidence: readonly EvidenceInput[],
): Promise<NamedCommit[]> {
  const named = evidence.flatMap(({ kind, sha }) => (kind === 'commit' && sha ? [sha] : []));
  const commits: NamedCommit[] = [];
  for (const name of [...new Set(named)].slice(0, COMMITS_LOOKED_AT_MAX)) {
    const seen = await clone.findCommit(name);
    commits.push({ name, seen, where: seen && (await clone.whereaboutsOf(seen)) });
  }
  return commits;
}

/** Each commit by itself; of several also the way from before the first to the last, in either order. */
async function readPatches(clone: Clone, commits: readonly NamedCommit[]): Promise<Changes[]> {
  const seen = commits.flatMap((commit) => commit.seen ?? []);
  const [first, last] = [seen.at(0), seen.at(-1)];
  const ways = seen.map(({ parent, sha }) => [parent, sha] as const);
  if (first !== undefined && last !== undefined && first !== last) {
    ways.push([first.parent, last.sha], [last.parent, first.sha]);
  }
  const patches: Changes[] = [];
  for (const [from, to] of ways) {
    const changes = changesIn(await clone.patchOf(from, to));
    if (changes !== null) patches.push(changes);
  }
  return patches;
}
