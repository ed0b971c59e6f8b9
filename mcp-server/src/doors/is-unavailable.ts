/** Whether a failure is the database being away: the caller may simply come back, and nothing was stored. */

/** Prisma could not reach the database, or got no connection, transaction or lock in time, tries and all. */
const CODES = /^(P1\d{3}|P2024|P2028|P2034|ECONNREFUSED|ECONNRESET|ETIMEDOUT)$/;

export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'PrismaClientInitializationError') return true;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && CODES.test(code);
}
