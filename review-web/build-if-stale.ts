import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const stampPath = join(here, 'build', 'source-hash');

/** What a build depends on: our sources, its settings, and the versions that were installed. */
const SOURCES = [
  'src/**/*',
  'static/**/*',
  'messages/*.json',
  'project.inlang/settings.json',
  '*.ts',
  'package.json',
  '../pnpm-lock.yaml',
];
/** Written by the build itself, or never part of it. */
const NOT_SOURCES = [/^src[\\/]lib[\\/]paraglide/, /\.test\.ts$/];

function hashSources(): string {
  const hash = createHash('sha256').update(process.version);
  const files = globSync(SOURCES, { cwd: here, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const name = file.slice(here.length + 1);
    if (NOT_SOURCES.some((pattern) => pattern.test(name))) continue;
    hash.update(name).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function isFresh(hash: string): boolean {
  return (
    existsSync(join(here, 'build', 'handler.js')) &&
    existsSync(stampPath) &&
    readFileSync(stampPath, 'utf8') === hash
  );
}

function viteCommand(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
}

const hash = hashSources();
if (!isFresh(hash)) {
  console.error('Building the review app (its sources have changed) …');
  const build = spawnSync(process.execPath, [viteCommand(), 'build', '--logLevel', 'warn'], {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (build.status !== 0) process.exit(build.status ?? 1);
  writeFileSync(stampPath, hash);
}
