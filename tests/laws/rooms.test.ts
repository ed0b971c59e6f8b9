/** Why: arrows that point one way are what makes a room readable alone. One arrow back, and nobody can change anything. */
import { expect, test } from 'vitest';
import { importsOf, packageOf } from './imports-of.ts';
import { ROOMS } from './rooms.ts';
import { codeFiles, isTest, type SourceFile } from './source-files.ts';

const HOUSE = 'mcp-server/';

/** `gate/rule` of mcp-server/src/gate/rule.ts; null: outside the house. */
function placeIn(path: string): string | null {
  if (!path.startsWith(HOUSE)) return null;
  return path
    .slice(HOUSE.length)
    .replace(/^src\//, '')
    .replace(/\.ts$/, '');
}

const roomOf = (place: string) => place.split('/')[0] ?? place;

function faultsOf(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const place = placeIn(file.path);
    if (place === null || isTest(file.path)) return [];
    const room = ROOMS[roomOf(place)];
    if (room === undefined) return [`${file.path} stands in no room`];
    if (room === 'all') return [];
    return importsOf(file)
      .filter(({ specifier, path }) =>
        path === null
          ? !room.packages.includes(specifier.startsWith('node:') ? 'node' : packageOf(specifier))
          : !mayEnter(roomOf(place), room.rooms, path),
      )
      .map(({ specifier }) => `${file.path} imports ${specifier}`);
  });
}

function mayEnter(own: string, rooms: readonly string[], path: string): boolean {
  const target = placeIn(path);
  if (target === null || isTest(path)) return false;
  return roomOf(target) === own || rooms.includes(roomOf(target)) || rooms.includes(target);
}

test('every import follows an arrow of the plan', () => {
  expect(faultsOf(codeFiles('mcp-server'))).toEqual([]);
});

test('dependencies.ts imports types alone, so that it adds no arrow at run time', () => {
  const [file] = codeFiles('mcp-server/src').filter(({ path }) =>
    path.endsWith('/dependencies.ts'),
  );
  expect(file?.text.match(/^import (?!type )/m)).toBeNull();
});

test('the database knows nobody but itself, and others reach it by its front door', () => {
  const outward = codeFiles('prisma').filter(({ path }) => !isTest(path));
  const inward = codeFiles('mcp-server').filter(({ path }) => !isTest(path));
  const faults = [
    ...outward.flatMap((file) => leaving(file, 'prisma/')),
    ...inward.flatMap((file) => leaving(file, HOUSE)),
  ];
  expect(faults).toEqual([]);
});

test('the review app knows the contracts of the server and nothing else of it', () => {
  const faults = codeFiles('review-web').flatMap((file) => [
    ...leaving(file, 'review-web/'),
    ...importsOf(file)
      .filter(({ specifier }) => specifier.startsWith('@flowgate/'))
      .filter(({ specifier }) => specifier !== '@flowgate/server/contracts')
      .map(({ specifier }) => `${file.path} imports ${specifier}`),
  ]);
  expect(faults).toEqual([]);
});

function leaving(file: SourceFile, folder: string): string[] {
  return importsOf(file)
    .filter(({ path }) => path !== null && !path.startsWith(folder))
    .map(({ specifier }) => `${file.path} imports ${specifier}`);
}

test('the law sees an arrow back, an unlisted package, a test and an import that is not at the top', () => {
  const file = (path: string, text: string) => ({ path: `mcp-server/src/${path}`, text });
  expect(
    faultsOf([
      file('gate/rule.ts', "import { a } from '../store/a.ts';\nimport { b } from './b.ts';"),
      file('gate/other.ts', "const fs = await import('node:fs');"),
      file('store/x.ts', "import type { C } from '../gate/c.ts';\nexport { d } from 'zod';"),
      file('store/y.ts', "import { s } from '../../../tests/support/house.ts';"),
      file('contracts/z.ts', "import { rule } from '../gate/rule.ts';"),
      file('cellar/w.ts', ''),
    ]),
  ).toEqual([
    'mcp-server/src/gate/rule.ts imports ../store/a.ts',
    'mcp-server/src/gate/other.ts imports node:fs',
    'mcp-server/src/store/x.ts imports zod',
    'mcp-server/src/store/y.ts imports ../../../tests/support/house.ts',
    'mcp-server/src/contracts/z.ts imports ../gate/rule.ts',
    'mcp-server/src/cellar/w.ts stands in no room',
  ]);
});
