/**
 * Why: what is written here is read elsewhere. A path of one machine leads nowhere on another, and a note to oneself
 * ("later") is work that nobody has taken: it belongs into an issue, or is done.
 */
import { expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

const PATTERNS: Readonly<Record<string, RegExp>> = {
  'a note to oneself': /\b(?:TODO|FIXME|XXX|HACK)\b/,
  'a path of one machine': /(?<![\w.$}])\/(?:work|home\/\w+|Users\/\w+|root)\/[\w.-]+/,
  'a temporary folder of one machine': /\/tmp\/flowgate\//,
  'a test that keeps the others from running': /\b(?:test|it|describe)\.(?:only|todo)\b/,
};

const LEFT_ALONE: Readonly<Record<string, string>> = {
  'tests/laws/words.test.ts': 'says what it looks for',
  'pnpm-lock.yaml': 'is written by pnpm',
};

function faultsOf(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) =>
      Object.entries(PATTERNS)
        .filter(([, pattern]) => pattern.test(line))
        .map(([what]) => `${path}:${index + 1} has ${what}`),
    ),
  );
}

test('no file holds a note to oneself, a path of one machine or a test that runs alone', () => {
  const files = sourceFiles()
    .filter(({ path }) => LEFT_ALONE[path] === undefined)
    // A picture has no words.
    .filter(({ text }) => !text.includes('\0'));
  expect(faultsOf(files)).toEqual([]);
});

test('the law sees each of them, and leaves addresses of the web alone', () => {
  const text = [
    '// TODO: later',
    "read('/home/ada/notes')",
    'test.only(1)',
    'https://a.example/work/x',
  ];
  expect(faultsOf([{ path: 'a.ts', text: text.join('\n') }])).toEqual([
    'a.ts:1 has a note to oneself',
    'a.ts:2 has a path of one machine',
    'a.ts:3 has a test that keeps the others from running',
  ]);
});
