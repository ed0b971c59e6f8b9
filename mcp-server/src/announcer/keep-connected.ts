/** Keeps one connection open: connects again after a loss, waiting longer each time, until closed. */

const RETRY_MILLISECONDS_MIN = 250;
const RETRY_MILLISECONDS_MAX = 10_000;

export interface KeptConnection<T> {
  /** Null while there is none. */
  current(): T | null;
  close(): Promise<void>;
}

/**
 * `connect` is told how to report its loss, and cleans up after itself when it throws. `onError` hears of every
 * failure; nothing is thrown.
 */
export function keepConnected<T>(
  connect: (lost: (error?: unknown) => void) => Promise<T>,
  disconnect: (connection: T) => Promise<void>,
  onError: (error: unknown) => void,
): KeptConnection<T> {
  let current: T | null = null;
  let closed = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let attempt: Promise<void> = Promise.resolve();

  function begin(): void {
    attempt = connectOnce();
  }

  async function connectOnce(): Promise<void> {
    let lost = false;
    let opened: T | null = null;
    const onLost = (error?: unknown) => {
      if (lost) return;
      lost = true;
      if (opened === null) return;
      current = null;
      if (!closed) {
        onError(error ?? new Error('the connection ended'));
        void disconnect(opened).catch(() => undefined);
        retryLater();
      }
    };
    try {
      opened = await connect(onLost);
    } catch (error) {
      lost = true;
      if (!closed) {
        onError(error);
        retryLater();
      }
      return;
    }
    if (closed || lost) {
      await disconnect(opened).catch(() => undefined);
      if (!closed) retryLater();
      return;
    }
    current = opened;
    failures = 0;
  }

  function retryLater(): void {
    const pause = Math.min(RETRY_MILLISECONDS_MIN * 2 ** failures, RETRY_MILLISECONDS_MAX);
    failures += 1;
    timer = setTimeout(begin, pause);
    timer.unref();
  }

  begin();
  return {
    current: () => current,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await attempt;
      const open = current;
      current = null;
      if (open !== null) await disconnect(open).catch(() => undefined);
    },
  };
}
