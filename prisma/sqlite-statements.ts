/**
 * Keeps the compiled statements of an SQLite connection. The driver adapter compiles every statement anew, which takes
 * a quarter of a read's time, and binds its values for good, so that a statement could serve only once.
 */
import type Sqlite from 'better-sqlite3';
import type { StatementListener } from './observe-statements.ts';

/** Lists of varying length make statements of varying text; beyond this many the one unused longest goes. */
const STATEMENTS_KEPT_MAX = 300;

/** Puts the cache between the adapter and its connection, and reports every statement that passes. */
export function keepStatements(handle: Sqlite.Database, onStatement?: StatementListener): void {
  const prepare = handle.prepare.bind(handle);
  const kept = new Map<string, Sqlite.Statement>();
  const prepareOrReuse = (sql: string) => {
    const statement = kept.get(sql) ?? prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    const [oldest] = kept.keys();
    if (kept.size > STATEMENTS_KEPT_MAX && oldest !== undefined) kept.delete(oldest);
    return { bind: (values: unknown[]) => boundOnce(statement, values, () => onStatement?.(sql)) };
  };
  handle.prepare = prepareOrReuse as unknown as typeof handle.prepare;
}

/** What the adapter asks of a bound statement, and no more. */
function boundOnce(statement: Sqlite.Statement, values: unknown[], report: () => void) {
  return {
    reader: statement.reader,
    columns: () => statement.columns(),
    run: () => {
      report();
      return statement.run(values);
    },
    raw: () => ({
      all: () => {
        report();
        return statement.raw(true).all(values);
      },
    }),
  };
}
