/** One driver connection for the migration runner: locks belong to a connection, so a pool won't do. */
import { existsSync } from 'node:fs';
import type { DatabaseAddress } from './database-url.ts';
import { makeFolderOf } from './database-url.ts';
import { mysqlConfig, postgresqlConfig } from './server-connections.ts';
import { setPragmas, untilFree } from './sqlite-connection.ts';

export interface MigrationConnection {
  /** Whether CREATE TABLE can be rolled back. MySQL and MariaDB commit at every one. */
  readonly transactional: boolean;
  /** Answers the name of every table. */
  readonly listTables: string;
  /** Prisma's table of records, as Prisma makes it. */
  readonly recordTable: string;
  rows(sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]>;
  /** What the table stores for a time. */
  time(at: Date): unknown;
  /** Waits while another process migrates. On SQLite and PostgreSQL a transaction is open afterwards. */
  lock(): Promise<void>;
  /** Commits or rolls back where there is a transaction, then gives the lock back. */
  unlock(keep: boolean): Promise<void>;
  /** Copies the database as it was committed last, if it is a file, and says where to. */
  copy(label: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/** How long a process waits for another one's migration. */
export const MIGRATION_LOCK_SECONDS_MAX = 60;

/** Prisma's own lock, so that `prisma migrate deploy` and this runner exclude each other. */
const PRISMA_POSTGRESQL_LOCK = 72707369;
const PRISMA_MYSQL_LOCK = 'prisma_migrate';

/** Connects; undefined if it is an SQLite file that doesn't exist and may not be made. */
export async function connectForMigrations(
  address: DatabaseAddress,
  mayCreate: boolean,
): Promise<MigrationConnection | undefined> {
  if (address.provider === 'postgresql') return connectPostgresql(address.url);
  if (address.provider === 'mysql') return connectMysql(address.url);
  if (!mayCreate && !existsSync(address.file)) return undefined;
  return connectSqlite(address.file);
}

async function connectSqlite(file: string): Promise<MigrationConnection> {
  const { default: Sqlite } = await import('better-sqlite3');
  makeFolderOf(file);
  const handle = new Sqlite(file);
  await setPragmas(handle);
  return {
    transactional: true,
    listTables: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    recordTable: `CREATE TABLE "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
    "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`,
    rows: async (sql, ...values) => {
      const statement = handle.prepare(sql);
      if (statement.reader) return statement.all(...values) as Record<string, unknown>[];
      statement.run(...values);
      return [];
    },
    time: (at) => at.getTime(),
    lock: async () => {
      // Rebuilding a table drops the old one; with the keys on, that would empty or refuse what points to it.
      handle.pragma('foreign_keys = OFF');
      await untilFree(() => handle.exec('BEGIN IMMEDIATE'), MIGRATION_LOCK_SECONDS_MAX);
    },
    unlock: async (keep) => {
      const dangling = keep ? handle.pragma('foreign_key_check') : [];
      const sound = Array.isArray(dangling) && dangling.length === 0;
      handle.exec(keep && sound ? 'COMMIT' : 'ROLLBACK');
      if (!sound) throw new Error('a migration left rows that point to nothing');
    },
    copy: async (label) => {
      // A second connection still reads what was committed last, while the first holds the lock.
      const target = `${file}.${label}`;
      const reader = new Sqlite(file, { readonly: true });
      try {
        reader.prepare('VACUUM INTO ?').run(target);
      } finally {
        reader.close();
      }
      return target;
    },
    close: async () => void handle.close(),
  };
}

async function connectPostgresql(url: URL): Promise<MigrationConnection> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(postgresqlConfig(url));
  await client.connect();
  const rows: MigrationConnection['rows'] = async (sql, ...values) => {
    let position = 0;
    const numbered = values.length > 0 ? sql.replace(/\?/g, () => `$${++position}`) : sql;
    return (await client.query(numbered, values)).rows;
  };
  return {
    transactional: true,
    listTables: 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
    recordTable: `CREATE TABLE _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`,
    rows,
    time: (at) => at.toISOString(),
    lock: async () => {
      await rows(`SET lock_timeout = '${MIGRATION_LOCK_SECONDS_MAX}s'`);
      await rows(`SELECT pg_advisory_lock(${PRISMA_POSTGRESQL_LOCK})`);
      await rows('BEGIN');
    },
    unlock: async (keep) => {
      await rows(keep ? 'COMMIT' : 'ROLLBACK');
      await rows(`SELECT pg_advisory_unlock(${PRISMA_POSTGRESQL_LOCK})`);
    },
    copy: async () => undefined,
    close: () => client.end(),
  };
}

async function connectMysql(url: URL): Promise<MigrationConnection> {
  const mariadb = await import('mariadb');
  const connection = await mariadb.createConnection(mysqlConfig(url));
  const rows: MigrationConnection['rows'] = async (sql, ...values) => {
    const answer = await connection.query(sql, values);
    return Array.isArray(answer) ? answer : [];
  };
  return {
    transactional: false,
    listTables:
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    recordTable: `CREATE TABLE _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at DATETIME(3),
    migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at DATETIME(3),
    started_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0
    ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    rows,
    time: (at) => at,
    lock: async () => {
      const sql = `SELECT GET_LOCK(?, ${MIGRATION_LOCK_SECONDS_MAX}) AS held`;
      const [answer] = await rows(sql, PRISMA_MYSQL_LOCK);
      if (Number(answer?.['held']) !== 1) throw new Error('another process holds the lock');
    },
    unlock: async () => void (await rows('SELECT RELEASE_LOCK(?)', PRISMA_MYSQL_LOCK)),
    copy: async () => undefined,
    close: () => connection.end(),
  };
}
