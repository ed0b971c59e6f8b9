/**
 * The two SQLite connections of a process.
 *
 * The driver adapter has one connection, and its mutex guards transactions only: a statement of another request
 * would run inside an open transaction and vanish with its rollback. So there is a writer, used for one
 * transaction at a time and for nothing else, and a reader that can't write.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type Sqlite from 'better-sqlite3';
import type { StatementListener } from './observe-statements.ts';
import { keepStatements } from './sqlite-statements.ts';

/** How long a statement waits for another process. Only recovery and the last close ever make one wait. */
const BUSY_MILLISECONDS = 5000;
/** How long a transaction waits for another process to finish its own. */
export const WRITE_LOCK_SECONDS_MAX = 10;
/** Between two tries for the write lock: short, as transactions last a few milliseconds. */
const WRITE_LOCK_PAUSE_MILLISECONDS_MAX = 8;

/** The settings of every connection. WAL lets readers go on beside a writer; FULL survives a power cut. */
export async function setPragmas(handle: Sqlite.Database): Promise<void> {
  handle.pragma(`busy_timeout = ${BUSY_MILLISECONDS}`);
  // Turning WAL on fails at once against another process that is doing the same, whatever the time-out.
  await untilFree(() => handle.pragma('journal_mode = WAL'));
  handle.pragma('synchronous = FULL');
  handle.pragma('foreign_keys = ON');
}

/**
 * Tries again while another process holds the lock, without blocking this one, and in the end throws what it met.
 * @param seconds how long to go on trying
 */
export async function untilFree(attempt: () => unknown, seconds = WRITE_LOCK_SECONDS_MAX) {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    try {
      attempt();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
    }
    await pause(1 + Math.random() * WRITE_LOCK_PAUSE_MILLISECONDS_MAX);
  }
}

export type SqliteRole = 'writer' | 'reader';

/** A driver adapter for one connection, and the connection beneath it. */
export class SqliteConnection extends PrismaBetterSqlite3 {
  readonly #role: SqliteRole;
  readonly #onStatement: StatementListener | undefined;
  #handle: Sqlite.Database | undefined;

  constructor(file: string, role: SqliteRole, onStatement: StatementListener | undefined) {
    super({ url: file });
    this.#role = role;
    this.#onStatement = onStatement;
  }

  override async connect(): ReturnType<PrismaBetterSqlite3['connect']> {
    const adapter = await super.connect();
    // The adapter's type hides its connection; the pragmas must reach this very one.
    const handle = (adapter as unknown as { client: Sqlite.Database }).client;
    await setPragmas(handle);
    if (this.#role === 'reader') handle.pragma('query_only = 1');
    // From here on the writer waits in beginImmediate, which doesn't block the process.
    if (this.#role === 'writer') handle.pragma('busy_timeout = 0');
    this.#handle = handle;
    keepStatements(handle, this.#onStatement);
    if (this.#role === 'writer') skipItsBegin(handle);
    return adapter;
  }

  /**
   * Begins a transaction with the write lock in hand, waiting for other processes without blocking this one.
   * A deferred BEGIN that reads first would fail at once against a second process, whatever its time-out.
   */
  async beginImmediate(): Promise<void> {
    const handle = this.#connected();
    await untilFree(() => handle.exec('BEGIN IMMEDIATE'));
    this.#onStatement?.('BEGIN IMMEDIATE');
  }

  /** Ends what a failed start may have left open. */
  rollbackIfOpen(): void {
    const handle = this.#connected();
    if (handle.open && handle.inTransaction) handle.exec('ROLLBACK');
  }

  #connected(): Sqlite.Database {
    if (!this.#handle) throw new Error('This SQLite connection is used before it is open.');
    return this.#handle;
  }
}

/** The adapter's deferred BEGIN does nothing: by then `beginImmediate` has begun. */
function skipItsBegin(handle: Sqlite.Database): void {
  const prepare = handle.prepare.bind(handle);
  const begun = { run: () => undefined } as unknown as Sqlite.Statement;
  const prepareOrSkip = (sql: string) => (sql === 'BEGIN' ? begun : prepare(sql));
  handle.prepare = prepareOrSkip as typeof handle.prepare;
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
