import { describe, expect, test } from 'vitest';
import { type ComparedFiles, compareFiles } from './changed-files.ts';

const NOTHING: ComparedFiles = {
  ...{ listMissing: false, notChanged: [], notClaimed: [], outOfScope: [] },
};
const compare = (
  claimed: readonly string[] | null,
  changed: readonly string[],
  scope: readonly string[] | null = null,
) => compareFiles({ claimed, changed, scope });

describe('the files a report names', () => {
  test('are those that changed', () => {
    expect(compare(['src/a.ts', 'src/b.ts'], ['src/b.ts', 'src/a.ts'])).toEqual(NOTHING);
  });

  test('that did not change are named, and so are those that changed unnamed', () => {
    expect(compare(['src/a.ts', 'src/c.ts'], ['src/a.ts', 'src/b.ts'])).toEqual({
      ...NOTHING,
      notChanged: ['src/c.ts'],
      notClaimed: ['src/b.ts'],
    });
  });

  test('an empty list is a list: everything that changed is unnamed', () => {
    expect(compare([], ['src/a.ts'])).toEqual({ ...NOTHING, notClaimed: ['src/a.ts'] });
  });

  test.each(['src', 'src/', './src', '/src', ' ./src/ ', './/src//'])(
    '%j is a folder, and what lies below it counts',
    (path) => {
      expect(compare([path], ['src/a.ts', 'src/deep/b.ts'])).toEqual(NOTHING);
    },
  );

  test.each(['.', './', '/', ''])('%j is the whole tree', (path) => {
    expect(compare([path], ['src/a.ts', 'README.md'])).toEqual(NOTHING);
  });

  test('a name that only begins alike is another file', () => {
    expect(compare(['src/a', 'sr'], ['src/a.ts'])).toEqual({
      ...NOTHING,
      notChanged: ['src/a', 'sr'],
      notClaimed: ['src/a.ts'],
    });
  });

  test('a hidden file keeps its dot', () => {
    expect(compare(['.env.example'], ['.env.example'])).toEqual(NOTHING);
  });
});

describe('a report that names none', () => {
  test('lacks its list where something changed', () => {
    expect(compare(null, ['src/a.ts'])).toEqual({ ...NOTHING, listMissing: true });
  });

  test('lacks nothing where nothing did', () => {
    expect(compare(null, [])).toEqual(NOTHING);
  });
});

describe('where the task lets changes happen', () => {
  test.each<[string, readonly string[] | null, readonly string[]]>([
    ['it says nothing: anywhere', null, []],
    ['below its folders', ['src', 'docs'], []],
    ['and nowhere else', ['src'], ['docs/x.md']],
    ['an empty list allows none', [], ['src/a.ts', 'docs/x.md']],
  ])('%s', (_, scope, outOfScope) => {
    const changed = ['src/a.ts', 'docs/x.md'];
    expect(compare(changed, changed, scope)).toEqual({ ...NOTHING, outOfScope });
  });
});
