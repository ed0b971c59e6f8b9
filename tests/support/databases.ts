/**
 * A database of its own for every test, on each of the databases that answer:
 *
 *   describe.each(testDatabases())('on $name', (database) => {
 *     const { url, drop } = await database.fresh();
 *
 * Migrating takes a third of a second, so it is done once: SQLite files are copied, PostgreSQL copies a template,
 * and on MySQL a database is emptied and used again.
 */
import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyMigrations } from '@flowgate/database/migrate';
import mariadb from 'mariadb';
import pg from 'pg';
import { readMigrations } from '../../prisma/migration-files.ts';
import {
  addressOf,
  answers,
  type DatabaseName,
  SERVERS,
  wantedDatabases,
} from './database-servers.ts';

export interface TestDatabase {
  name: DatabaseName;
  /** Migrated and without a row. Close what you opened on it before `drop`. */
  fresh(): Promise<DroppableDatabase>;
  /** Without a table, for tests of the migrations themselves. */
  empty(): Promise<DroppableDatabase>;
}

export interface DroppableDatabase {
  url: string;
  drop(): Promise<void>;
}

/** One name for all databases of a run, so that they can be found and removed at its end. */
const run = () => process.env['FLOWGATE_TEST_RUN'] ?? `pid${process.pid}`;
const prefix = () => `flowgate_test_${run()}_`;
const folder = () => join(tmpdir(), `flowgate-tests-${run()}`);

const answering: DatabaseName[] = [];
for (const name of wantedDatabases()) {
  if (await answers(name)) answering.push(name);
}

/** The databases to test on: those asked for, without the servers that don't answer. */
export function testDatabases(): TestDatabase[] {
  return answering.map((name) => ({ name, ...MAKERS[name] }));
}

const MAKERS: Record<DatabaseName, Pick<TestDatabase, 'fresh' | 'empty'>> = {
  sqlite: { fresh: freshSqlite, empty: emptySqlite },
  postgresql: { fresh: freshPostgresql, empty: emptyPostgresql },
  mysql: { fresh: freshMysql, empty: emptyMysql },
};

/** Removes every database of this run, wherever it was made. */
export async function dropDatabasesOfRun(): Promise<void> {
  rmSync(folder(), { recursive: true, force: true });
  if (answering.includes('postgresql')) {
    const sql = `SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)`;
    for (const { name } of await onPostgresql(sql, prefix())) {
      await onPostgresql(`DROP DATABASE "${name}" WITH (FORCE)`);
    }
  }
  if (answering.includes('mysql')) {
    const sql = `SELECT schema_name AS name FROM information_schema.schemata WHERE LEFT(schema_name, ?) = ?`;
    for (const { name } of await onMysql('', sql, prefix().length, prefix())) {
      await onMysql('', `DROP DATABASE \`${name}\``);
    }
  }
}

async function emptySqlite(): Promise<DroppableDatabase> {
  mkdirSync(folder(), { recursive: true });
  const file = join(folder(), `${randomBytes(6).toString('hex')}.db`);
  return {
    url: `file:${file}`,
    drop: async () => {
      for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
    },
  };
}

async function freshSqlite(): Promise<DroppableDatabase> {
  const template = join(tmpdir(), `flowgate-template-${migrationsHash('sqlite')}.db`);
  if (!existsSync(template)) {
    const making = await emptySqlite();
    await applyMigrations(making.url);
    renameSync(making.url.replace('file:', ''), template);
  }
  const database = await emptySqlite();
  copyFileSync(template, database.url.replace('file:', ''));
  return database;
}

async function emptyPostgresql(): Promise<DroppableDatabase> {
  return createPostgresql('template0');
}

async function freshPostgresql(): Promise<DroppableDatabase> {
  return createPostgresql(await templateOnPostgresql());
}

async function createPostgresql(template: string): Promise<DroppableDatabase> {
  const name = prefix() + randomBytes(6).toString('hex');
  await onPostgresql(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  return {
    url: addressOf('postgresql', name),
    drop: async () => void (await onPostgresql(`DROP DATABASE "${name}" WITH (FORCE)`)),
  };
}

/** Kept between runs. Made under another name and renamed, so that nobody copies a half-made one. */
async function templateOnPostgresql(): Promise<string> {
  const template = `flowgate_template_${migrationsHash('postgresql')}`;
  const exists = () => onPostgresql('SELECT 1 FROM pg_database WHERE datname = $1', template);
  if ((await exists()).length > 0) return template;
  const making = await emptyPostgresql();
  await applyMigrations(making.url);
  const made = new URL(making.url).pathname.slice(1);
  await onPostgresql(`ALTER DATABASE "${made}" RENAME TO "${template}"`).catch(async (error) => {
    if ((await exists()).length === 0) throw error;
    await making.drop();
  });
  return template;
}

async function emptyMysql(): Promise<DroppableDatabase> {
  const name = prefix() + randomBytes(6).toString('hex');
  await onMysql('', `CREATE DATABASE \`${name}\``);
  return {
    url: addressOf('mysql', name),
    drop: async () => void (await onMysql('', `DROP DATABASE \`${name}\``)),
  };
}

/** Databases that a test of this process has finished with. */
const emptied: string[] = [];

async function freshMysql(): Promise<DroppableDatabase> {
  let url = emptied.pop();
  if (url === undefined) {
    url = (await emptyMysql()).url;
    await applyMigrations(url);
  }
  const used = url;
  return {
    url: used,
    drop: async () => {
      await emptyOnMysql(new URL(used).pathname.slice(1));
      emptied.push(used);
    },
  };
}

async function emptyOnMysql(name: string): Promise<void> {
  const sql = `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_name <> '_prisma_migrations'`;
  const tables = await onMysql(name, sql, name);
  const deletions = tables.map((table) => `DELETE FROM \`${table['name']}\``);
  await onMysql(name, ['SET FOREIGN_KEY_CHECKS = 0', ...deletions].join(';'));
}

function migrationsHash(name: DatabaseName): string {
  const hash = createHash('sha256');
  for (const { checksum } of readMigrations(name)) hash.update(checksum);
  return hash.digest('hex').slice(0, 12);
}

type Row = Record<string, unknown>;

async function onPostgresql(sql: string, ...values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: SERVERS.postgresql.toString() });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function onMysql(database: string, sql: string, ...values: unknown[]): Promise<Row[]> {
  const { hostname, port, username, password } = SERVERS.mysql;
  const connection = await mariadb.createConnection({
    host: hostname,
    port: Number(port || 3306),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    ...(database === '' ? {} : { database }),
    multipleStatements: true,
  });
  try {
    const answer = await connection.query(sql, values);
    return Array.isArray(answer) ? answer : [];
  } finally {
    await connection.end();
  }
}
