/**
 * Prisma's own schema engine, in its WebAssembly build: an opinion on our migrations that doesn't rest on our code.
 * It knows SQLite and PostgreSQL, not MySQL.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { schemaPath } from '../../prisma/compose-schemas.ts';
import { readMigrations } from '../../prisma/migration-files.ts';

type Known = 'sqlite' | 'postgresql';

const FILTERS = { externalTables: [], externalEnums: [] };

/** The engine, connected to a database. Free it when done. */
export async function openSchemaEngine(name: Known, url: string): Promise<bindings.SchemaEngine> {
  start();
  const adapter = name === 'sqlite' ? new PrismaBetterSqlite3({ url }) : new PrismaPg(url);
  return bindings.SchemaEngine.new(
    { datamodels: [[schemaPath(name), composed(name)]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}

/** The SQL by which Prisma would make an empty database into what the composed schema says. */
export async function prismaSql(engine: bindings.SchemaEngine, name: Known): Promise<string> {
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path: schemaPath(name), content: composed(name) }] },
    script: true,
    exitCode: null,
    filters: FILTERS,
  });
  return stdout ?? '';
}

/** What `prisma migrate status` would find out. */
export async function diagnose(engine: bindings.SchemaEngine, name: Known) {
  const folder = join(dirname(schemaPath(name)), 'migrations');
  return engine.diagnoseMigrationHistory({
    optInToShadowDatabase: false,
    filters: FILTERS,
    migrationsList: {
      baseDir: folder,
      lockfile: {
        path: 'migration_lock.toml',
        content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8'),
      },
      shadowDbInitScript: '',
      migrationDirectories: readMigrations(name).map((migration) => ({
        path: migration.name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: migration.sql },
        },
      })),
    },
  });
}

function composed(name: Known): string {
  return readFileSync(schemaPath(name), 'utf8');
}

/** As much of WebAssembly as is needed here; the compiler's library for servers leaves it out. */
interface WebAssemblyGlobal {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: { __wbindgen_start(): void } };
}

let started = false;

/** The package is made for bundlers, which load the module themselves. */
function start(): void {
  if (started) return;
  started = true;
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = readFileSync(join(dirname(entry), 'schema_engine_bg.wasm'));
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyGlobal };
  const compiled = new WebAssembly.Module(bytes);
  const { exports } = new WebAssembly.Instance(compiled, { './schema_engine_bg.js': bindings });
  const { __wbg_set_wasm } = bindings as unknown as { __wbg_set_wasm(wasm: unknown): void };
  __wbg_set_wasm(exports);
  exports.__wbindgen_start();
}
