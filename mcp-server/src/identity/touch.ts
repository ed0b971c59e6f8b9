/** When something was last used: written rarely, beside the request, so that no call waits for it. */

/** Coarse on purpose: a write for every read would cost more than the read. */
export const TOUCH_SECONDS = 60;

export interface BackgroundLog {
  warn(facts: object, message: string): void;
}

export function isDue(lastUsedAt: Date | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= TOUCH_SECONDS * 1000;
}

/** Nobody waits for it, and nobody is hurt when it fails: the next use writes again. */
export function inBackground(log: BackgroundLog, what: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => log.warn({ err: error, what }, 'not written'));
}
