/**
 * Applies the committed migrations when the server starts. It keeps Prisma's own books (`_prisma_migrations`, with
 * Prisma's checksums, under Prisma's lock), so `prisma migrate deploy` and `status` agree with it at any time.
 */
import { randomUUID } from 'node:crypto';
import { reasonOf } from './database-errors.ts';
import { type DatabaseAddress, parseDatabaseUrl } from './database-url.ts';
import { connectForMigrations, type MigrationConnection } from './migration-connection.ts';
import { type Migration, readMigrations, splitStatements } from './migration-files.ts';

export interface MigrationStatus {
  /** `ready`: nothing to do. `pending`: `applyMigrations` will do it. The other three need a person. */
  state: 'ready' | 'pending' | 'interrupted' | 'newer' | 'changed';
  applied: string[];
  pending: string[];
  /** Begun and never finished. */
  interrupted: string[];
  /** Applied, but unknown to this version. */
  unknown: string[];
  /** Applied in another wording. */
  changed: string[];
}

export interface AppliedMigrations {
  applied: string[];
  /** Where an SQLite file was copied to before it was changed. */
  copy?: string;
}

/** Where a database stands. Changes nothing, and makes no SQLite file that isn't there. */
export async function migrationStatus(
  url: string,
  migrations?: Migration[],
): Promise<MigrationStatus> {
  const address = parseDatabaseUrl(url);
  const known = migrations ?? readMigrations(address.provider);
  const connection = await connect(address, false);
  if (!connection) return compare(known, []);
  try {
    return compare(known, await readRecords(connection));
  } finally {
    await connection.close();
  }
}

/**
 * Brings a database up to date. Of several processes that start at once, one migrates and the others wait for it.
 * Throws a sentence that says what to do when a migration failed, was interrupted, or belongs to a newer version.
 */
export async function applyMigrations(
  url: string,
  migrations?: Migration[],
): Promise<AppliedMigrations> {
  const address = parseDatabaseUrl(url);
  const known = migrations ?? readMigrations(address.provider);
  const connection = await connect(address, true);
  if (!connection) throw new Error(`The database ${address.shown} can't be made.`);
  try {
    const before = compare(known, await readRecords(connection));
    if (before.state === 'ready') return { applied: [] };
    return await applyUnderLock(connection, known, address.shown);
  } finally {
    await connection.close();
  }
}

async function connect(address: DatabaseAddress, mayCreate: boolean) {
  try {
    return await connectForMigrations(address, mayCreate);
  } catch (cause) {
    throw new Error(
      `The database ${address.shown} can't be opened: ${reasonOf(cause)} Check that it exists and runs, and that DATABASE_URL names it rightly.`,
      { cause },
    );
  }
}

async function applyUnderLock(
  connection: MigrationConnection,
  known: Migration[],
  shown: string,
): Promise<AppliedMigrations> {
  await connection.lock().catch((cause: unknown) => {
    throw new Error(
      `Another process is migrating ${shown} and doesn't finish: ${reasonOf(cause)} Start again when it has, or end it.`,
      { cause },
    );
  });
  let done = false;
  try {
    // Read again: while this process waited, another may have done the work.
    const status = compare(known, await readRecords(connection));
    refuseUnsafe(status, shown);
    await openRecords(connection, shown);
    const first = status.pending[0];
    const copy =
      first !== undefined && status.applied.length > 0
        ? await connection.copy(`before-${first}.${Date.now()}`)
        : undefined;
    for (const migration of known.filter(({ name }) => status.pending.includes(name))) {
      await apply(connection, migration, shown, copy);
    }
    done = true;
    return { applied: status.pending, ...(copy === undefined ? {} : { copy }) };
  } finally {
    await connection.unlock(done).catch((cause: unknown) => {
      // After a failure it is the failure that must be told.
      if (done) throw cause;
    });
  }
}

const RECORDS = '_prisma_migrations';

async function listTables(connection: MigrationConnection): Promise<string[]> {
  return (await connection.rows(connection.listTables)).map((row) => String(row['name']));
}

/** Makes the table of records, unless the tables that are there must be somebody else's. */
async function openRecords(connection: MigrationConnection, shown: string): Promise<void> {
  const tables = await listTables(connection);
  if (tables.includes(RECORDS)) return;
  if (tables.length > 0) {
    throw new Error(
      `${shown} holds tables (${tables.length}) and no record of a migration: it belongs to something else. Give FlowGate a database of its own.`,
    );
  }
  await connection.rows(connection.recordTable);
}

async function apply(
  connection: MigrationConnection,
  migration: Migration,
  shown: string,
  copy: string | undefined,
): Promise<void> {
  const id = randomUUID();
  // Written first: where CREATE TABLE can't be rolled back, this row is what tells of an interruption.
  await connection.rows(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, 0)',
    ...[id, migration.checksum, migration.name, connection.time(new Date())],
  );
  for (const statement of splitStatements(migration.sql)) {
    await connection.rows(statement).catch((cause: unknown) => {
      const kept = copy === undefined ? '' : ` A copy from before is at ${copy}.`;
      const state = connection.transactional
        ? 'Nothing was changed.'
        : 'Part of it stays: restore your last backup, or empty the database if it is new, before you start again.';
      throw new Error(
        `Migration ${migration.name} failed on ${shown}: ${reasonOf(cause)} ${state}${kept}`,
        { cause },
      );
    });
  }
  await connection.rows(
    'UPDATE _prisma_migrations SET finished_at = ?, applied_steps_count = 1 WHERE id = ?',
    ...[connection.time(new Date()), id],
  );
}

interface MigrationRecord {
  name: string;
  checksum: string;
  finished: boolean;
}

/** What was rolled back counts as never applied. */
async function readRecords(connection: MigrationConnection): Promise<MigrationRecord[]> {
  if (!(await listTables(connection)).includes(RECORDS)) return [];
  const sql = `SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`;
  const rows = await connection.rows(sql);
  return rows.map((row) => ({
    name: String(row['migration_name']),
    checksum: String(row['checksum']),
    finished: row['finished_at'] !== null,
  }));
}

function compare(known: Migration[], records: MigrationRecord[]): MigrationStatus {
  const migrationOf = new Map(known.map((migration) => [migration.name, migration]));
  const finished = records.filter((record) => record.finished);
  const names = new Set(records.map((record) => record.name));
  const lists = {
    applied: finished.map(({ name }) => name),
    pending: known.filter(({ name }) => !names.has(name)).map(({ name }) => name),
    interrupted: records.filter((record) => !record.finished).map(({ name }) => name),
    unknown: [...names].filter((name) => !migrationOf.has(name)),
    changed: finished
      .filter(({ name, checksum }) => (migrationOf.get(name)?.checksum ?? checksum) !== checksum)
      .map(({ name }) => name),
  };
  return { state: stateOf(lists), ...lists };
}

function stateOf(lists: Omit<MigrationStatus, 'state'>): MigrationStatus['state'] {
  if (lists.interrupted.length > 0) return 'interrupted';
  if (lists.unknown.length > 0) return 'newer';
  if (lists.changed.length > 0) return 'changed';
  return lists.pending.length > 0 ? 'pending' : 'ready';
}

function refuseUnsafe(status: MigrationStatus, shown: string): void {
  if (status.state === 'interrupted') {
    throw new Error(
      `Migration ${status.interrupted.join(', ')} was begun on ${shown} and never finished, so its tables may be half made. ` +
        `Restore the backup from before it. If you have mended the tables by hand instead, set finished_at in _prisma_migrations.`,
    );
  }
  if (status.state === 'newer') {
    throw new Error(
      `${shown} was migrated by a newer version, which added ${status.unknown.join(', ')}. ` +
        `Start that version, or restore the backup from before its first start.`,
    );
  }
  if (status.state === 'changed') {
    throw new Error(
      `Migration ${status.changed.join(', ')} was applied to ${shown} in another wording. ` +
        `Start a released version; a database of your own trials you may delete.`,
    );
  }
}
