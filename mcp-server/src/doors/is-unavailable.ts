/** Whether a failure is the database being away: the caller may simply come back, and nothing was stored. */

/** Prisma could not reach the database, or got no connection, transaction or lock in time, tries and all. */
const CODES = /^(P1\d{3}|P2024|P2028|P2034|ECONNREFUSED|ECONNRESET|ETIMEDOUT)$/;

/** A statement of our own that failed: Prisma leaves it to the driver's word what that was. */
const RAW_STATEMENT_FAILED = 'P2010';
const KINDS: readonly unknown[] = [
  'ConnectionClosed',
  'DatabaseDoesNotExist',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TooManyConnections',
];

export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'PrismaClientInitializationError') return true;
  const { code, meta } = error as { code?: unknown; meta?: DriverMeta };
  if (code === RAW_STATEMENT_FAILED) return KINDS.includes(meta?.driverAdapterError?.cause?.kind);
  return typeof code === 'string' && CODES.test(code);
}

interface DriverMeta {
  readonly driverAdapterError?: { readonly cause?: { readonly kind?: unknown } };
}
