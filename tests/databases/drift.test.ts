/**
 * The migrations are committed SQL, the models are another file: nothing but this test keeps them from drifting apart.
 * What is expected is written down here once more, in each catalogue's own words, and not taken from the code that
 * writes migrations.
 */
import { readFileSync } from 'node:fs';
import { openDatabase } from '@flowgate/database';
import { describe, expect, test } from 'vitest';
import { composeSchema, PROVIDERS, schemaPath } from '../../prisma/compose-schemas.ts';
import { type Column, parseModels, type Table } from '../../prisma/read-models.ts';
import type { DatabaseName } from '../support/database-servers.ts';
import { testDatabases } from '../support/databases.ts';
import { type LiveSchema, type LiveTable, readLiveSchema } from './live-schema.ts';

test.each(PROVIDERS)('the committed schema of %s is the one composed from the models', (name) => {
  expect(readFileSync(schemaPath(name), 'utf8')).toBe(composeSchema(name));
});

describe.each(testDatabases())('the migrations of $name', (maker) => {
  test('make what its composed schema describes, column by column and key by key', async () => {
    const { url, drop } = await maker.fresh();
    expect(sorted(await readLiveSchema(url))).toEqual(sorted(expectedSchema(maker.name)));
    await drop();
  });

  test('make tables that the generated client can read, every column of them', async () => {
    const { url, drop } = await maker.fresh();
    const database = await openDatabase(url);
    const models = database.reader as unknown as Record<string, { findMany(): Promise<unknown> }>;
    for (const { model } of tables(maker.name)) {
      const name = `${model[0]?.toLowerCase()}${model.slice(1)}`;
      expect(await models[name]?.findMany(), name).toEqual([]);
    }
    await database.close();
    await drop();
  });
});

/** The composed schema itself is read, with the lengths that only MySQL's names. */
function tables(name: DatabaseName): Table[] {
  return parseModels(composeSchema(name).replace(/^(?:generator|datasource)[\s\S]*?^}$/gm, ''));
}

const TYPES: Record<DatabaseName, Record<Column['type'], string>> = {
  sqlite: {
    String: 'TEXT',
    Int: 'INTEGER',
    BigInt: 'BIGINT',
    Float: 'REAL',
    Boolean: 'BOOLEAN',
    DateTime: 'DATETIME',
    Bytes: 'BLOB',
  },
  postgresql: {
    String: 'text C',
    Int: 'integer',
    BigInt: 'bigint',
    Float: 'double precision',
    Boolean: 'boolean',
    DateTime: 'timestamp(3) without time zone',
    Bytes: 'bytea',
  },
  mysql: {
    String: 'varchar(191) utf8mb4_bin',
    Int: 'int',
    BigInt: 'bigint',
    Float: 'double',
    Boolean: 'tinyint(1)',
    DateTime: 'datetime(3)',
    Bytes: 'longblob',
  },
};

function expectedSchema(name: DatabaseName): LiveSchema {
  return Object.fromEntries(
    tables(name).map((table): [string, LiveTable] => [
      table.name,
      {
        columns: Object.fromEntries(
          table.columns.map((column) => [column.name, expectedColumn(name, table.model, column)]),
        ),
        primaryKey: table.primaryKey,
        uniques: Object.fromEntries(table.uniques.map((key) => [key.name, key.columns])),
        indexes: Object.fromEntries(table.indexes.map((key) => [key.name, key.columns])),
        foreignKeys: Object.fromEntries(
          table.foreignKeys.map((key) => [
            key.columns.join(','),
            `${key.table}(${key.references.join(',')}) ${key.onDelete} CASCADE`,
          ]),
        ),
      },
    ]),
  );
}

function expectedColumn(name: DatabaseName, model: string, column: Column): string {
  const native = name === 'mysql' ? nativeTypes().get(`${model}.${column.field}`) : undefined;
  const type = native ? `${native} utf8mb4_bin` : TYPES[name][column.type];
  return column.nullable ? type : `${type} not null`;
}

/** `Model.field` → what `@db.…` says, read from the composed schema's text. */
function nativeTypes(): Map<string, string> {
  const types = new Map<string, string>();
  let model = '';
  for (const line of composeSchema('mysql').split('\n')) {
    model = /^model (\w+)/.exec(line)?.[1] ?? model;
    const [, field, type] = /^ {2}(\w+) .*@db\.(\S+)$/.exec(line) ?? [];
    if (field && type) types.set(`${model}.${field}`, type.toLowerCase());
  }
  return types;
}

/** Catalogues have no order of their own. */
function sorted<T>(record: Record<string, T>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
