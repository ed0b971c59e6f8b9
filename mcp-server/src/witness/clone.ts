/** What can be seen in a linked clone: commits, what they changed, whether their branch has moved on. Read-only. */
import { createHash } from 'node:crypto';
import { CHANGED_FILES_MAX } from '../gate/limits.ts';
import { runGit } from './git.ts';

export interface SeenCommit {
  /** The whole name, as git gives it. */
  readonly sha: string;
  readonly parent: string | null;
  readonly files: readonly SeenFile[];
  readonly added: number;
  readonly deleted: number;
}

export interface SeenFile {
  readonly path: string;
  readonly added: number;
  readonly deleted: number;
}

/** `moved`: files of the commit that every branch holding it has changed since; null: no branch holds it any more. */
export type Whereabouts = { readonly moved: readonly string[] } | null;

const SHA = /^[0-9a-f]{7,64}$/;
const WHOLE_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Branches looked at for one commit; more than hold it in any real clone. */
const TIPS_MAX = 50;

export class Clone {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Null: there is no such commit, or several begin so. */
  async findCommit(name: string): Promise<SeenCommit | null> {
    if (!SHA.test(name)) return null;
    const sha = await this.#wholeName(name);
    if (sha === null) return null;
    const parents = await this.#git(['rev-list', '--parents', '--max-count=1', sha]);
    const [, parent = null] = parents.trim().split(' ');
    const files = await this.#changed(parent, sha);
    const sum = (of: 'added' | 'deleted') => files.reduce((all, file) => all + file[of], 0);
    return { sha, parent, files, added: sum('added'), deleted: sum('deleted') };
  }

  /** Where a commit stands now. */
  async whereaboutsOf({ sha, files }: SeenCommit): Promise<Whereabouts> {
    const listed = await this.#git([
      'for-each-ref',
      `--contains=${whole(sha)}`,
      '--format=%(objectname)',
      `--count=${TIPS_MAX}`,
      'refs/heads',
      'refs/remotes',
    ]);
    const tips = [...new Set(listed.split('\n').filter((tip) => WHOLE_SHA.test(tip)))];
    if (tips.length === 0) return null;
    const own = new Set(files.map(({ path }) => path));
    let moved: string[] | null = null;
    for (const tip of tips) {
      if (tip === sha) return { moved: [] };
      const since = await this.#names(sha, tip);
      const touched = since.filter((path) => own.has(path));
      if (touched.length === 0) return { moved: [] };
      moved ??= touched;
    }
    return { moved: moved ?? [] };
  }

  /** The patch between two commits, or of a first commit. */
  patchOf(from: string | null, to: string): Promise<string> {
    return this.#git([...DIFF, '--patch', ...between(from, to)]);
  }

  /** Changes whenever any branch does. */
  async fingerprint(): Promise<string> {
    const refs = await this.#git([
      'for-each-ref',
      '--format=%(objectname) %(refname)',
      'refs/heads',
      'refs/remotes',
    ]);
    return createHash('sha256').update(refs).digest('hex');
  }

  async #wholeName(name: string): Promise<string | null> {
    const answer = await this.#git(['cat-file', '--batch-check'], `${name}^{commit}\n`);
    const [sha = '', kind] = answer.trim().split(' ');
    return kind === 'commit' && WHOLE_SHA.test(sha) ? sha : null;
  }

  async #changed(from: string | null, to: string): Promise<SeenFile[]> {
    const output = await this.#git([...DIFF, '--numstat', '-z', ...between(from, to)]);
    return output
      .split('\0')
      .filter(Boolean)
      .slice(0, CHANGED_FILES_MAX)
      .map((entry) => {
        // A binary file has dashes for numbers.
        const [added = '', deleted = '', ...path] = entry.split('\t');
        return { path: path.join('\t'), added: Number(added) || 0, deleted: Number(deleted) || 0 };
      });
  }

  async #names(from: string, to: string): Promise<string[]> {
    const output = await this.#git([...DIFF, '--name-only', '-z', ...between(from, to)]);
    return output.split('\0').filter(Boolean);
  }

  #git(args: readonly string[], input?: string): Promise<string> {
    return runGit(this.#folder, input === undefined ? { args } : { args, input });
  }
}

const DIFF = [
  'diff-tree',
  '-r',
  '--no-commit-id',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--root',
] as const;

/** Names git gave us, and nothing else, stand among the arguments. */
function between(from: string | null, to: string): string[] {
  return [...(from === null ? [] : [whole(from)]), whole(to), '--'];
}

function whole(sha: string): string {
  if (!WHOLE_SHA.test(sha)) throw new Error('not the whole name of a commit');
  return sha;
}
