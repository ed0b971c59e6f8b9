/**
 * Why: an administrator reads .env.example and docs/operations.md, never the source. A setting that stands in none of
 * them doesn't exist for anybody, and a default that differs is a lie.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { readConfig } from '../../mcp-server/src/config.ts';
import { pathsBelow, ROOT } from './source-files.ts';

const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const example = parseEnv(text('.env.example')) as Record<string, string>;

/** Every name of a setting in a text, each once. */
function settingsIn(source: string): string[] {
  return [...new Set(source.match(/\b(?:FLOWGATE_[A-Z_]+[A-Z]|DATABASE_URL|REDIS_URL)\b/g))].sort();
}

test('.env.example lists every setting that is read, and no other', () => {
  expect(Object.keys(example).sort()).toEqual(settingsIn(text('mcp-server/src/config.ts')));
});

test('.env.example gives every setting its default', () => {
  expect(readConfig(example)).toEqual(readConfig({}));
});

test('docs/operations.md explains every setting, and no other', () => {
  expect(settingsIn(text('docs/operations.md'))).toEqual(Object.keys(example).sort());
});

test('what the deploy files and the README set can be set', () => {
  const files = ['README.md', 'docker-compose.yml', ...pathsBelow('deploy')];
  const unknown = files.flatMap((path) =>
    settingsIn(text(path))
      .filter((name) => !Object.hasOwn(example, name))
      .map((name) => `${path} sets ${name}`),
  );
  expect(unknown).toEqual([]);
});

test('the law sees names that end where they end', () => {
  expect(settingsIn('FLOWGATE_PORT, FLOWGATE_PORT and FLOWGATE_ADMIN_* or DATABASE_URLS')).toEqual([
    'FLOWGATE_PORT',
  ]);
});
