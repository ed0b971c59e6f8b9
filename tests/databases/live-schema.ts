/** Reads what a live database really has, from its own catalogue, in one shape for all three. */
import Sqlite from 'better-sqlite3';
import mariadb from 'mariadb';
import pg from 'pg';

export interface LiveTable {
  /** Column → its type, whether it may be null, its collation, in the catalogue's words. */
  columns: Record<string, string>;
  primaryKey: string[];
  /** Name → columns. */
  uniques: Record<string, string[]>;
  indexes: Record<string, string[]>;
  /** Columns → where they point and what follows, e.g. `person(id) RESTRICT CASCADE`. */
  foreignKeys: Record<string, string>;
}

export type LiveSchema = Record<string, LiveTable>;

const RECORDS = '_prisma_migrations';

export async function readLiveSchema(url: string): Promise<LiveSchema> {
  if (url.startsWith('file:')) return readSqlite(url.replace('file:', ''));
  return url.startsWith('mysql:') ? readMysql(url) : readPostgresql(url);
}

type Row = Record<string, unknown>;

function emptyTable(): LiveTable {
  return { columns: {}, primaryKey: [], uniques: {}, indexes: {}, foreignKeys: {} };
}

function readSqlite(file: string): LiveSchema {
  const database = new Sqlite(file, { readonly: true });
  const rows = (sql: string, ...values: string[]) => database.prepare(sql).all(values) as Row[];
  const schema: LiveSchema = {};
  const tables = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> ?`;
  for (const { name } of rows(tables, RECORDS)) {
    const table = emptyTable();
    schema[String(name)] = table;
    const columns = rows('SELECT * FROM pragma_table_info(?)', String(name));
    for (const column of columns) {
      table.columns[String(column['name'])] = `${column['type']}${nullness(!column['notnull'])}`;
    }
    const keyed = columns.filter((column) => Number(column['pk']) > 0);
    keyed.sort((a, b) => Number(a['pk']) - Number(b['pk']));
    table.primaryKey = keyed.map((column) => String(column['name']));
    for (const index of rows('SELECT * FROM pragma_index_list(?)', String(name))) {
      if (index['origin'] !== 'c') continue;
      const names = rows('SELECT name FROM pragma_index_info(?)', String(index['name']));
      const target = index['unique'] ? table.uniques : table.indexes;
      target[String(index['name'])] = names.map((row) => String(row['name']));
    }
    addForeignKeys(
      table,
      rows(
        'SELECT id AS key, "from" AS source, "table" AS target, "to" AS reference, on_delete, on_update FROM pragma_foreign_key_list(?)',
        String(name),
      ),
    );
  }
  database.close();
  return schema;
}

async function readPostgresql(url: string): Promise<LiveSchema> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const rows = async (sql: string): Promise<Row[]> => (await client.query(sql)).rows;
  const schema: LiveSchema = {};
  for (const row of await rows(`
    SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
      (SELECT collname FROM pg_collation WHERE oid = a.attcollation) AS collation
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`)) {
    addColumn(schema, row);
  }
  for (const row of await rows(`
    SELECT c.relname AS table, i.relname AS name, x.indisunique AS is_unique, x.indisprimary AS is_primary,
      array_to_string(ARRAY(SELECT a.attname FROM unnest(x.indkey::int[]) WITH ORDINALITY k(number, place)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number ORDER BY k.place), ',') AS columns
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
    WHERE c.relnamespace = 'public'::regnamespace`)) {
    addIndex(schema, row);
  }
  const actions = `CASE %s WHEN 'c' THEN 'CASCADE' WHEN 'r' THEN 'RESTRICT' WHEN 'n' THEN 'SET NULL' ELSE 'NO ACTION' END`;
  const links = await rows(`
    SELECT c.relname AS table, k.conname AS key, f.relname AS target, s.attname AS source, t.attname AS reference,
      ${actions.replace('%s', 'k.confdeltype')} AS on_delete, ${actions.replace('%s', 'k.confupdtype')} AS on_update
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid,
      LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY p(source, reference, place)
      JOIN pg_attribute s ON s.attnum = p.source JOIN pg_attribute t ON t.attnum = p.reference
    WHERE k.contype = 'f' AND s.attrelid = c.oid AND t.attrelid = f.oid ORDER BY k.conname, p.place`);
  addLinks(schema, links);
  await client.end();
  return without(schema, RECORDS);
}

async function readMysql(url: string): Promise<LiveSchema> {
  const connection = await mariadb.createConnection(url.replace('mysql:', 'mariadb:'));
  const rows = async (sql: string): Promise<Row[]> => await connection.query(sql);
  const schema: LiveSchema = {};
  for (const row of await rows(`
    SELECT table_name AS 'table', column_name AS name, column_type AS type, is_nullable = 'YES' AS nullable, collation_name AS collation
    FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY ordinal_position`)) {
    // MariaDB still names the width at which an int would be shown; MySQL 8 doesn't.
    addColumn(schema, { ...row, type: String(row['type']).replace(/^((?:big)?int)\(\d+\)/, '$1') });
  }
  for (const row of await rows(`
    SELECT table_name AS 'table', index_name AS name, non_unique = 0 AS is_unique, index_name = 'PRIMARY' AS is_primary,
      GROUP_CONCAT(column_name ORDER BY seq_in_index) AS columns
    FROM information_schema.statistics WHERE table_schema = DATABASE() GROUP BY table_name, index_name, non_unique`)) {
    addIndex(schema, row);
  }
  const links = await rows(`
    SELECT u.table_name AS 'table', u.constraint_name AS 'key', u.referenced_table_name AS target, u.column_name AS source,
      u.referenced_column_name AS reference, r.delete_rule AS on_delete, r.update_rule AS on_update
    FROM information_schema.key_column_usage u JOIN information_schema.referential_constraints r
      ON r.constraint_schema = u.constraint_schema AND r.constraint_name = u.constraint_name
    WHERE u.table_schema = DATABASE() ORDER BY u.constraint_name, u.ordinal_position`);
  addLinks(schema, links);
  // InnoDB makes an index of its own, named like the foreign key, where no other begins with its columns.
  for (const { key, table } of links) delete schema[String(table)]?.indexes[String(key)];
  await connection.end();
  return without(schema, RECORDS);
}

function addColumn(schema: LiveSchema, row: Row): void {
  schema[String(row['table'])] ??= emptyTable();
  const collation = row['collation'] ? ` ${row['collation']}` : '';
  const columns = schema[String(row['table'])]?.columns ?? {};
  columns[String(row['name'])] = `${row['type']}${collation}${nullness(Boolean(row['nullable']))}`;
}

function addIndex(schema: LiveSchema, row: Row): void {
  const table = schema[String(row['table'])];
  const columns = String(row['columns']).split(',');
  if (!table) return;
  if (row['is_primary']) table.primaryKey = columns;
  else (row['is_unique'] ? table.uniques : table.indexes)[String(row['name'])] = columns;
}

function addLinks(schema: LiveSchema, links: Row[]): void {
  for (const [name, table] of Object.entries(schema)) {
    addForeignKeys(
      table,
      links.filter((row) => row['table'] === name),
    );
  }
}

/** One row a column, the rows of one foreign key in order. */
function addForeignKeys(table: LiveTable, rows: Row[]): void {
  for (const parts of Map.groupBy(rows, (row) => row['key']).values()) {
    const [first] = parts;
    const columns = parts.map((row) => row['source']).join(',');
    const references = parts.map((row) => row['reference']).join(',');
    table.foreignKeys[columns] =
      `${first?.['target']}(${references}) ${first?.['on_delete']} ${first?.['on_update']}`;
  }
}

function nullness(nullable: boolean): string {
  return nullable ? '' : ' not null';
}

function without(schema: LiveSchema, name: string): LiveSchema {
  const { [name]: _, ...rest } = schema;
  return rest;
}
