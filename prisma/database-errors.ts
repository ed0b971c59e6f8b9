/** What an error of the generated clients means, told by its codes, so that no other file needs Prisma's classes. */

/** A row with such a key exists already. */
export function isUniqueViolation(error: unknown): boolean {
  return prismaCode(error) === 'P2002';
}

/** The row that was to be changed, deleted or connected doesn't exist. */
export function isNotFound(error: unknown): boolean {
  return prismaCode(error) === 'P2025';
}

/** P2034: a deadlock or write conflict. P1008: SQLite was busy all the time it waited. */
const REPEATABLE_PRISMA_CODES = new Set(['P2034', 'P1008']);
/** MariaDB 1020: the row changed since it was read; 1205: waited too long for a lock. 55P03: PostgreSQL's word for that. */
const REPEATABLE_DRIVER_CODES = new Set(['1020', '1205', '55P03', 'SQLITE_BUSY']);

/** Whether the same transaction, tried again from its start, has a good chance. */
export function isRepeatable(error: unknown): boolean {
  const code = prismaCode(error);
  return (
    (code !== undefined && REPEATABLE_PRISMA_CODES.has(code)) || isRepeatableDriverError(error)
  );
}

/** The driver's own error lies some levels down: under `cause`, or in the `meta` of Prisma's. */
function isRepeatableDriverError(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code, originalCode, cause, meta } = error as Record<string, unknown>;
  if (REPEATABLE_DRIVER_CODES.has(String(code ?? originalCode))) return true;
  const inner = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return isRepeatableDriverError(cause, depth + 1) || isRepeatableDriverError(inner, depth + 1);
}

function prismaCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The sentence in an error, without what Prisma or a driver puts around it, and ending in a full stop. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message.trim() : '';
  const inner = /Message: `([\s\S]+)`$/.exec(message)?.[1] ?? message;
  const reason = inner.replace(/^\(conn:.*?\) /, '').split('\n')[0] || 'no reason given';
  return reason.endsWith('.') ? reason : `${reason}.`;
}
