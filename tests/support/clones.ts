/** Clones made for one test: a real repository below a folder that a gate may look into. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const WHO = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

export class TestClone {
  /** To be set as FLOWGATE_REPOSITORIES_DIR. */
  readonly folder: string;
  readonly name = 'shop';
  readonly path: string;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'flowgate-clones-'));
    this.path = join(this.folder, this.name);
    mkdirSync(this.path);
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit({ 'README.md': '# Shop\n' });
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-C', this.path, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...WHO, GIT_CONFIG_GLOBAL: '/dev/null' },
    }).trim();
  }

  /** The commit's name. */
  commit(files: Readonly<Record<string, string>>): string {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, path)), { recursive: true });
      writeFileSync(join(this.path, path), text);
    }
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message=work');
    return this.git('rev-parse', 'HEAD');
  }

  /** Without what other tests left: writing the same again would change nothing. */
  startOver(): void {
    this.git('rm', '-r', '--quiet', '--ignore-unmatch', 'src');
    this.commit({});
  }

  patchOf(sha: string): string {
    return `${this.git('diff', `${sha}^`, sha)}\n`;
  }
}
