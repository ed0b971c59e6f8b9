/**
 * Writes the SQL that leads from what a database has to what the models describe, in each of the three dialects.
 * Migrations only add: tables, columns that may be null, and indexes. The rest is written by hand.
 */
import { mysqlLength, type Provider } from './compose-schemas.ts';
import type { Column, ForeignKey, Key, Scalar, Table } from './read-models.ts';

/** What exists already: its tables, each with its columns and the names of its indexes. */
export type Existing = ReadonlyMap<string, { columns: Set<string>; keys: Set<string> }>;

interface Dialect {
  quote(name: string): string;
  type(table: Table, column: Column): string;
  createTable(table: Table): string;
  /** Whether foreign keys and indexes belong to CREATE TABLE. */
  keysInTable: { foreignKeys: boolean; indexes: boolean };
}

const SQLITE_TYPES: Record<Scalar, string> = {
  String: 'TEXT',
  Int: 'INTEGER',
  BigInt: 'BIGINT',
  Float: 'REAL',
  Boolean: 'BOOLEAN',
  DateTime: 'DATETIME',
  Bytes: 'BLOB',
};

/** "C" orders by code point, as SQLite and utf8mb4_bin do: a list has one order on all three. */
const POSTGRESQL_TYPES: Record<Scalar, string> = {
  String: 'TEXT COLLATE "C"',
  Int: 'INTEGER',
  BigInt: 'BIGINT',
  Float: 'DOUBLE PRECISION',
  Boolean: 'BOOLEAN',
  DateTime: 'TIMESTAMP(3)',
  Bytes: 'BYTEA',
};

const MYSQL_TYPES: Record<Exclude<Scalar, 'String'>, string> = {
  Int: 'INTEGER',
  BigInt: 'BIGINT',
  Float: 'DOUBLE',
  Boolean: 'BOOLEAN',
  DateTime: 'DATETIME(3)',
  Bytes: 'LONGBLOB',
};

const double = (name: string) => `"${name}"`;
const backtick = (name: string) => `\`${name}\``;

const DIALECTS: Record<Provider, Dialect> = {
  sqlite: {
    quote: double,
    type: (_table, column) => SQLITE_TYPES[column.type],
    createTable: (table) => {
      const [only, ...more] = table.primaryKey;
      const single = more.length === 0 ? only : undefined;
      const lines = table.columns.map((column) => {
        const line = columnLine('sqlite', table, column);
        return column.name === single ? `${line} PRIMARY KEY` : line;
      });
      if (!single) lines.push(`PRIMARY KEY (${columnList('sqlite', table.primaryKey)})`);
      for (const key of table.foreignKeys) lines.push(foreignKeyClause('sqlite', key));
      return tableStatement('sqlite', table, lines, '');
    },
    keysInTable: { foreignKeys: true, indexes: false },
  },
  postgresql: {
    quote: double,
    type: (_table, column) => POSTGRESQL_TYPES[column.type],
    createTable: (table) => {
      const lines = table.columns.map((column) => columnLine('postgresql', table, column));
      const primary = columnList('postgresql', table.primaryKey);
      lines.push(`CONSTRAINT "${table.name}_pkey" PRIMARY KEY (${primary})`);
      return tableStatement('postgresql', table, lines, '');
    },
    keysInTable: { foreignKeys: false, indexes: false },
  },
  mysql: {
    quote: backtick,
    type: (table, column) => {
      if (column.type !== 'String') return MYSQL_TYPES[column.type];
      return column.long ? 'LONGTEXT' : `VARCHAR(${mysqlLength(table.model, column.field)})`;
    },
    createTable: (table) => {
      const lines = table.columns.map((column) => columnLine('mysql', table, column));
      for (const key of table.uniques) lines.push(`UNIQUE ${indexClause(key)}`);
      for (const key of table.indexes) lines.push(indexClause(key));
      lines.push(`PRIMARY KEY (${columnList('mysql', table.primaryKey)})`);
      return tableStatement('mysql', table, lines, MYSQL_TABLE);
    },
    keysInTable: { foreignKeys: false, indexes: true },
  },
};

/** The default collation takes `fg_aB` and `fg_Ab` for the same. */
const MYSQL_TABLE = ' DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/** The statements, each with a heading as Prisma writes it; empty when nothing is missing. */
export function migrationSql(provider: Provider, tables: Table[], existing: Existing): string {
  const dialect = DIALECTS[provider];
  const created: string[] = [];
  const indexed: string[] = [];
  const linked: string[] = [];
  for (const table of tables) {
    const known = existing.get(table.name);
    if (known) {
      created.push(...table.columns.flatMap((column) => addColumn(provider, table, column, known)));
    } else {
      created.push(`-- CreateTable\n${dialect.createTable(table)}`);
    }
    if (known || !dialect.keysInTable.indexes) {
      const absent = (key: Key) => !known?.keys.has(key.name);
      for (const key of table.uniques.filter(absent)) {
        indexed.push(createIndex(provider, table, key, 'UNIQUE '));
      }
      for (const key of table.indexes.filter(absent)) {
        indexed.push(createIndex(provider, table, key, ''));
      }
    }
    if (!known && !dialect.keysInTable.foreignKeys) {
      linked.push(...table.foreignKeys.map((key) => addForeignKey(provider, table, key)));
    }
  }
  return [...created, ...indexed, ...linked].map((statement) => `${statement}\n`).join('\n');
}

function columnLine(provider: Provider, table: Table, column: Column): string {
  const { quote, type } = DIALECTS[provider];
  const absence = column.nullable ? (provider === 'mysql' ? ' NULL' : '') : ' NOT NULL';
  return `${quote(column.name)} ${type(table, column)}${absence}`;
}

function tableStatement(provider: Provider, table: Table, lines: string[], end: string): string {
  const body = lines.map((line) => `    ${line}`).join(',\n');
  return `CREATE TABLE ${DIALECTS[provider].quote(table.name)} (\n${body}\n)${end};`;
}

function columnList(provider: Provider, columns: string[]): string {
  return columns.map(DIALECTS[provider].quote).join(', ');
}

function indexClause(key: Key): string {
  return `INDEX ${backtick(key.name)}(${columnList('mysql', key.columns)})`;
}

function createIndex(provider: Provider, table: Table, key: Key, unique: string): string {
  const { quote } = DIALECTS[provider];
  const columns = columnList(provider, key.columns);
  return `-- CreateIndex\nCREATE ${unique}INDEX ${quote(key.name)} ON ${quote(table.name)}(${columns});`;
}

function foreignKeyClause(provider: Provider, key: ForeignKey): string {
  const { quote } = DIALECTS[provider];
  const from = columnList(provider, key.columns);
  const to = `${quote(key.table)}(${columnList(provider, key.references)})`;
  return `CONSTRAINT ${quote(key.name)} FOREIGN KEY (${from}) REFERENCES ${to} ON DELETE ${key.onDelete} ON UPDATE CASCADE`;
}

function addForeignKey(provider: Provider, table: Table, key: ForeignKey): string {
  const clause = foreignKeyClause(provider, key);
  return `-- AddForeignKey\nALTER TABLE ${DIALECTS[provider].quote(table.name)} ADD ${clause};`;
}

function addColumn(
  provider: Provider,
  table: Table,
  column: Column,
  known: { columns: Set<string> },
): string[] {
  if (known.columns.has(column.name)) return [];
  const isLink = table.foreignKeys.some((key) => key.columns.includes(column.name));
  if (!column.nullable || isLink) {
    throw new Error(
      `${table.name}.${column.name} is required or a foreign key: old rows need a decision, so write this migration by hand.`,
    );
  }
  const name = DIALECTS[provider].quote(table.name);
  return [`-- AlterTable\nALTER TABLE ${name} ADD COLUMN ${columnLine(provider, table, column)};`];
}
