/** Why: the README is the walk through the house. A link that leads nowhere ends the walk, and a folder that it doesn't know hides. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { pathsBelow, ROOT, type SourceFile, sourceFiles } from './source-files.ts';

/** What stands at the top; anything else needs a decision record. */
const TOP = [
  '.ci',
  '.dockerignore',
  '.env.example',
  '.gitignore',
  'LICENSE',
  'README.md',
  'biome.json',
  'deploy',
  'docker-compose.yml',
  'docs',
  'mcp-server',
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'prisma',
  'review-web',
  'tests',
  'tsconfig.base.json',
  'tsconfig.json',
  'vitest.config.ts',
];

function brokenLinks({ path, text }: SourceFile): string[] {
  return [...text.matchAll(/\]\((<[^>]+>|[^)\s]+)\)/g)]
    .map((match) => (match[1] ?? '').replace(/^<|>$/g, '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(join(ROOT, dirname(path), decodeURI(target))))
    .map((target) => `${path} links to ${target}`);
}

test('every link of the README and the docs leads somewhere', () => {
  const pages = sourceFiles('', ['.md']).filter(
    ({ path }) => !path.includes('/') || path.startsWith('docs/'),
  );
  expect(pages.flatMap(brokenLinks)).toEqual([]);
});

test('the README leads through all eight rooms', () => {
  const [readme] = sourceFiles('', ['README.md']).filter(({ path }) => path === 'README.md');
  const walk = /## The walk\n(.*?)\n## /s.exec(readme?.text ?? '')?.[1] ?? '';
  const rooms = walk.split('\n').filter((line) => /^\d\. /.test(line));
  expect(rooms).toHaveLength(8);
  for (const room of rooms) expect(room).toMatch(/\]\([^)]+\)/);
});

test('nothing new stands at the top of the house', () => {
  const known = new Set(TOP);
  const found = new Set(pathsBelow('').map((path) => path.split('/')[0] ?? path));
  expect([...found].filter((name) => !known.has(name))).toEqual([]);
});

test('every page of the docs is in their index', () => {
  const pages = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  const [index] = sourceFiles('docs', ['docs/README.md']);
  for (const page of pages) if (page !== 'README.md') expect(index?.text).toContain(`(${page})`);
});

test('every decision record is in the index, with a number of its own', () => {
  const records = readdirSync(join(ROOT, 'docs/decisions')).sort();
  const [index] = sourceFiles('docs', ['docs/README.md']);
  for (const record of records) expect(index?.text, record).toContain(`decisions/${record}`);
  const numbers = records.map((record) => record.slice(0, 4));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('the law sees a link that leads nowhere', () => {
  const text = '[a](src/none.ts) [b](https://example.org) [c](#here) [d](./page.md)';
  const path = normalize('docs/page.md');
  expect(brokenLinks({ path, text })).toEqual([
    'docs/page.md links to src/none.ts',
    'docs/page.md links to ./page.md',
  ]);
});
