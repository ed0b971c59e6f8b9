/** A place in the announcer's waiting room: subscribed before the first look, so nothing falls in between. */
import type { Announcer } from '../../announcer/announcer.ts';

export interface Waiter {
  /** Resolves at the next announcement, after `milliseconds`, or when the caller leaves; at once if it was woken already. */
  next(milliseconds: number): Promise<void>;
  /** The caller has left, or the server is stopping. */
  stopped(): boolean;
  /** May be called twice. */
  leave(): void;
}

export function untilWoken(
  announcer: Announcer,
  projectId: string,
  signal: AbortSignal | undefined,
): Waiter {
  let woken = false;
  let wakeUp: (() => void) | null = null;
  const wake = () => {
    woken = true;
    wakeUp?.();
  };
  const unsubscribe = announcer.subscribe(projectId, wake);
  signal?.addEventListener('abort', wake, { once: true });
  return {
    next: (milliseconds) =>
      new Promise((resolve) => {
        const finish = () => {
          clearTimeout(timer);
          woken = false;
          wakeUp = null;
          resolve();
        };
        const timer = setTimeout(finish, milliseconds);
        wakeUp = finish;
        if (woken || signal?.aborted) finish();
      }),
    stopped: () => signal?.aborted ?? false,
    leave: () => {
      unsubscribe();
      signal?.removeEventListener('abort', wake);
    },
  };
}
