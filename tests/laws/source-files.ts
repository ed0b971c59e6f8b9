/** What the laws look at: every file of the repository that somebody wrote, with its text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Installed, generated or filled while running: nobody wrote these. Git ignores the same. */
const NOT_WRITTEN = new Set([
  'node_modules',
  '.git',
  '.env',
  'coverage',
  'data',
  'prisma/clients',
  'review-web/.svelte-kit',
  'review-web/build',
  'review-web/project.inlang/.lix',
  'review-web/project.inlang/.meta.json',
  'review-web/project.inlang/README.md',
  'review-web/project.inlang/cache',
  'review-web/src/lib/paraglide',
]);

/** Files below `folder` whose names end in one of `endings`; all of them without endings. */
export function sourceFiles(folder = '', endings: readonly string[] = ['']): SourceFile[] {
  return pathsBelow(folder)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Code of ours in TypeScript, Svelte pages included. */
export function codeFiles(folder = ''): SourceFile[] {
  return sourceFiles(folder, ['.ts', '.svelte']);
}

export function pathsBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = relative(ROOT, join(ROOT, folder, entry.name))
      .split(sep)
      .join('/');
    if (NOT_WRITTEN.has(path) || NOT_WRITTEN.has(entry.name)) return [];
    return entry.isDirectory() ? pathsBelow(path) : [path];
  });
}

/** A test proves and is imported by nobody, so most laws leave it alone. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('tests/') || path.includes('/testing/');
}
