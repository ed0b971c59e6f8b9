/**
 * Writes a migration for each database: `node prisma/write-migration.ts <name>`.
 *
 * It compares the models with what the committed migrations make of an empty SQLite database, and writes what is
 * missing. `node prisma/write-migration.ts init --again` throws all migrations away first: only until the first release.
 * The files it writes are the truth from then on; read them before committing.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { composeSchemas, PROVIDERS } from './compose-schemas.ts';
import { type Existing, migrationSql } from './migration-sql.ts';
import { parseModels, readModelsText } from './read-models.ts';

const FIRST_MIGRATION = '20261122000000_init';

const [name, again] = process.argv.slice(2);
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Say what the migration does: node prisma/write-migration.ts add_labels');
  process.exit(1);
}

composeSchemas();
if (again === '--again') {
  for (const provider of PROVIDERS) rmSync(folderOf(provider), { recursive: true, force: true });
}
const tables = parseModels(readModelsText());
const existing = existingOnSqlite();
const migration = existing.size === 0 ? FIRST_MIGRATION : `${timestamp()}_${name}`;

for (const provider of PROVIDERS) {
  const sql = migrationSql(provider, tables, existing);
  if (sql === '') {
    console.log(`${provider}: nothing to add.`);
    continue;
  }
  mkdirSync(join(folderOf(provider), migration), { recursive: true });
  writeFileSync(join(folderOf(provider), migration, 'migration.sql'), sql);
  writeFileSync(
    join(folderOf(provider), 'migration_lock.toml'),
    `# Prisma reads this to refuse another database's migrations.\nprovider = "${provider}"\n`,
  );
  console.log(`${provider}: wrote migrations/${migration}/migration.sql`);
}

function folderOf(provider: string): string {
  return join(import.meta.dirname, provider, 'migrations');
}

/** Tables, columns and index names are the same on all three, so one database speaks for them. */
function existingOnSqlite(): Existing {
  const database = new Sqlite(':memory:');
  for (const folder of committedMigrations()) {
    database.exec(readFileSync(join(folderOf('sqlite'), folder, 'migration.sql'), 'utf8'));
  }
  const names = (sql: string, ...values: string[]) =>
    new Set(database.prepare(sql).pluck().all(values) as string[]);
  const tablesNow = names(`SELECT name FROM sqlite_master WHERE type = 'table'`);
  return new Map(
    [...tablesNow].map((table) => [
      table,
      {
        columns: names('SELECT name FROM pragma_table_info(?)', table),
        keys: names('SELECT name FROM pragma_index_list(?)', table),
      },
    ]),
  );
}

function committedMigrations(): string[] {
  try {
    const entries = readdirSync(folderOf('sqlite'), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

function timestamp(): string {
  return new Date().toISOString().replace(/\D/g, '').slice(0, 14);
}
