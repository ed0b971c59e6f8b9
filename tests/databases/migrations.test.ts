import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { applyMigrations, migrationStatus } from '@flowgate/database/migrate';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseDatabaseUrl } from '../../prisma/database-url.ts';
import { connectForMigrations } from '../../prisma/migration-connection.ts';
import { type Migration, readMigrations, splitStatements } from '../../prisma/migration-files.ts';
import { type DroppableDatabase, testDatabases } from '../support/databases.ts';
import { readLiveSchema } from './live-schema.ts';

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});

const FIRST = migration('1_first', 'CREATE TABLE first (id INTEGER NOT NULL PRIMARY KEY);');
const SECOND = migration('2_second', 'CREATE TABLE second (id INTEGER NOT NULL PRIMARY KEY);');
const BROKEN = migration('2_broken', `${SECOND.sql}\nCREATE TABLE first (id INTEGER);`);

describe.each(testDatabases())('the migration runner on $name', (maker) => {
  let place: DroppableDatabase;
  let copies: string[];

  beforeEach(async () => {
    place = await maker.empty();
    copies = [];
  });

  afterEach(async () => {
    for (const copy of copies) rmSync(copy, { force: true });
    await place.drop();
  });

  async function apply(...migrations: Migration[]) {
    const result = await applyMigrations(place.url, migrations);
    if (result.copy) copies.push(result.copy);
    return result;
  }

  const tablesNow = async () => Object.keys(await readLiveSchema(place.url)).sort();

  async function execute(sql: string) {
    const connection = await connectForMigrations(parseDatabaseUrl(place.url), true);
    await connection?.rows(sql);
    await connection?.close();
  }

  test('brings an empty database up to date, and has nothing to do the second time', async () => {
    const known = readMigrations(maker.name).map(({ name }) => name);
    expect(await migrationStatus(place.url)).toMatchObject({ state: 'pending', pending: known });
    expect(await applyMigrations(place.url)).toEqual({ applied: known });
    expect(await applyMigrations(place.url)).toEqual({ applied: [] });
    expect(await migrationStatus(place.url)).toMatchObject({ state: 'ready', applied: known });
  });

  test('applies only what is new, and copies an SQLite file before', async () => {
    expect(await apply(FIRST)).toEqual({ applied: ['1_first'] });
    const { applied, copy } = await apply(FIRST, SECOND);
    expect(applied).toEqual(['2_second']);
    expect(await tablesNow()).toEqual(['first', 'second']);
    expect(copy !== undefined).toBe(maker.name === 'sqlite');
    if (copy) expect(Object.keys(await readLiveSchema(`file:${copy}`))).toEqual(['first']);
  });

  test('says that a migration failed, and what is left of it', async () => {
    await apply(FIRST);
    const attempt = apply(FIRST, BROKEN);
    await expect(attempt).rejects.toThrow(/Migration 2_broken failed on .*first/);
    if (maker.name === 'mysql') {
      // CREATE TABLE can't be rolled back there, so the next start must not go on as if nothing had been.
      await expect(attempt).rejects.toThrow(/Part of it stays/);
      expect(await tablesNow()).toEqual(['first', 'second']);
      await expect(apply(FIRST, BROKEN)).rejects.toThrow(/begun .* never finished/);
    } else {
      await expect(attempt).rejects.toThrow(/Nothing was changed/);
      expect(await tablesNow()).toEqual(['first']);
      expect(await apply(FIRST, SECOND)).toMatchObject({ applied: ['2_second'] });
    }
  });

  test('stops at a migration that was begun and never finished', async () => {
    await apply(FIRST);
    await execute('UPDATE _prisma_migrations SET finished_at = NULL');
    expect(await migrationStatus(place.url)).toMatchObject({
      state: 'interrupted',
      interrupted: ['1_first'],
    });
    await expect(apply(FIRST, SECOND)).rejects.toThrow(/1_first was begun .* Restore the backup/);
    expect(await tablesNow()).toEqual(['first']);
  });

  test('takes a migration that was rolled back for one never applied', async () => {
    await apply(FIRST);
    await execute('UPDATE _prisma_migrations SET rolled_back_at = started_at');
    await execute('DROP TABLE first');
    expect(await apply(FIRST)).toMatchObject({ applied: ['1_first'] });
  });

  test('refuses a database that a newer version has migrated', async () => {
    await apply(FIRST, SECOND);
    expect(await migrationStatus(place.url, [FIRST])).toMatchObject({ state: 'newer' });
    await expect(apply(FIRST)).rejects.toThrow(/newer version, which added 2_second/);
  });

  test('leaves a database alone that belongs to something else', async () => {
    await execute('CREATE TABLE orders (id INTEGER NOT NULL PRIMARY KEY)');
    await expect(apply(FIRST)).rejects.toThrow(/holds tables \(1\) .* a database of its own/);
    expect(await tablesNow()).toEqual(['orders']);
  });

  test('refuses a database whose migrations had another wording', async () => {
    await apply(FIRST);
    const reworded = migration(FIRST.name, `${FIRST.sql}\n-- the same, but not the same\n`);
    expect(await migrationStatus(place.url, [reworded])).toMatchObject({ changed: ['1_first'] });
    await expect(apply(reworded)).rejects.toThrow(/another wording/);
  });

  test('releases its lock after a failure', async () => {
    await expect(apply(BROKEN, BROKEN)).rejects.toThrow();
    const other = await connectForMigrations(parseDatabaseUrl(place.url), true);
    await other?.lock();
    await other?.unlock(false);
    await other?.close();
  });
});

test('asking where an SQLite database stands makes no file', async () => {
  const file = '/tmp/flowgate-no-such-database.db';
  expect(await migrationStatus(`file:${file}`)).toMatchObject({ state: 'pending' });
  expect(existsSync(file)).toBe(false);
});

test('the message about a server that does not answer holds no password', async () => {
  const url = 'postgresql://ada:s3cret@127.0.0.1:9/flowgate';
  const failure = await applyMigrations(url).catch((error: unknown) => String(error));
  expect(failure).toMatch(/postgresql:\/\/127\.0\.0\.1:9\/flowgate can't be opened/);
  expect(failure).not.toContain('s3cret');
});

test('a semicolon inside quotes or a comment ends no statement', () => {
  const sql = `-- a; b\nSELECT ';', "a;b" /* ; */ FROM \`c;d\`;\n\nSELECT 'it''s;';\nSELECT 1 - 2 / 3`;
  expect(splitStatements(sql)).toEqual([
    `SELECT ';', "a;b"  FROM \`c;d\``,
    `SELECT 'it''s;'`,
    'SELECT 1 - 2 / 3',
  ]);
});

test('a rebuilt SQLite table that leaves rows pointing to nothing is not kept', async () => {
  const sqlite = testDatabases().find(({ name }) => name === 'sqlite');
  if (!sqlite) return;
  const { url, drop } = await sqlite.empty();
  const linked = migration(
    '1_linked',
    `CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (id INTEGER REFERENCES parent(id));`,
  );
  await applyMigrations(url, [linked]);
  const database = new Sqlite(url.replace('file:', ''));
  database.exec('INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1)');
  database.close();
  const careless = migration('2_careless', 'DELETE FROM parent;');
  await expect(applyMigrations(url, [linked, careless])).rejects.toThrow(/point to nothing/);
  expect(await migrationStatus(url, [linked, careless])).toMatchObject({ pending: ['2_careless'] });
  await drop();
});
