/**
 * Why: a file's name is how it is found, and a name that could hold anything soon does. Sizes: a file over 250 lines is
 * a tripwire for a second look; a reason written here is enough to pass it.
 */
import { basename, extname } from 'node:path';
import { expect, test } from 'vitest';
import { codeFiles, pathsBelow, type SourceFile } from './source-files.ts';

const BANNED = ['utils', 'helpers', 'services', 'manager', 'common', 'misc'];
const LINES_MAX = 250;
/** Longer files, each with the reason why it is read more easily whole. */
const LONG_FILES: Readonly<Record<string, string>> = {
  'review-web/src/routes/(app)/documents/[id]/+page.svelte':
    'the review screen: its parts are files of their own, and here is where each of them stands',
  'mcp-server/src/gate/ruling.ts': 'one union of everything that can follow, each kind once',
};

/** Named by the tools that read them. */
const NAMED_BY_TOOLS = [/^\+(page|layout|server|error)(\.server)?$/, /^(vite|vitest)\.config$/];

function faultsOfNames(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const words = path.toLowerCase().split(/[^a-z]+/);
    const banned = BANNED.filter((word) => words.includes(word)).map(
      (word) => `${path} says "${word}", which says nothing`,
    );
    return isWellFormed(path) ? banned : [...banned, `${path} is not in the form of its kind`];
  });
}

/** Code is kebab-case, with what it is for after a dot; a component bears its own name. */
function isWellFormed(path: string): boolean {
  const ending = extname(path);
  const name = basename(path, ending);
  if (NAMED_BY_TOOLS.some((pattern) => pattern.test(name))) return true;
  if (ending === '.svelte') return /^[A-Z][A-Za-z0-9]+$/.test(name);
  if (ending === '.ts')
    return /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|svelte|client|server|d))?$/.test(name);
  return true;
}

function faultsOfSizes(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path, text }) => lines(text) > LINES_MAX && LONG_FILES[path] === undefined)
    .map(({ path, text }) => `${path} has ${lines(text)} lines`);
}

const lines = (text: string) => text.split('\n').length - 1;

test('every name says something, in the form of its kind', () => {
  expect(faultsOfNames(pathsBelow(''))).toEqual([]);
});

test('no file of code is longer than 250 lines without a reason', () => {
  expect(faultsOfSizes(codeFiles())).toEqual([]);
});

test('no reason outlives the file it was written for', () => {
  const files = new Map(codeFiles().map((file) => [file.path, lines(file.text)]));
  for (const [path, reason] of Object.entries(LONG_FILES)) {
    expect(files.get(path) ?? 0, `${path}: ${reason}`).toBeGreaterThan(LINES_MAX);
  }
});

test('the law sees a name that says nothing, a wrong form and a long file', () => {
  expect(faultsOfNames(['tests/helpers/a.ts', 'a/CamelCase.ts', 'a/fine-name.test.ts'])).toEqual([
    'tests/helpers/a.ts says "helpers", which says nothing',
    'a/CamelCase.ts is not in the form of its kind',
  ]);
  expect(faultsOfSizes([{ path: 'a.ts', text: '\n'.repeat(251) }])).toEqual(['a.ts has 251 lines']);
});
