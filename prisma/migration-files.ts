/** The committed migrations of a database, and the statements of one. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Provider } from './compose-schemas.ts';

export interface Migration {
  name: string;
  sql: string;
  /** Prisma's own: SHA-256 of the file, in hex. */
  checksum: string;
}

/** In the order of applying. */
export function readMigrations(provider: Provider, root = import.meta.dirname): Migration[] {
  const folder = join(root, provider, 'migrations');
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return names.map((name) => {
    const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/** A quoted name or text, a comment, a semicolon, or anything else. Triggers and functions are not for migrations. */
const TOKENS = /'(?:[^']|'')*'|"[^"]*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\/|;|[^'"`;/-]+|[\s\S]/g;

/** Splits at semicolons, but not at one inside quotes or a comment. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let statement = '';
  for (const [token] of sql.matchAll(TOKENS)) {
    if (token === ';') {
      statements.push(statement.trim());
      statement = '';
    } else if (!token.startsWith('--') && !token.startsWith('/*')) {
      statement += token;
    }
  }
  return [...statements, statement.trim()].filter((candidate) => candidate !== '');
}
