/**
 * Wakes those who wait on a project's event log, across processes. It carries no data: whoever is woken reads the
 * log. A wake too many does no harm; every implementation wakes again after it lost its connection.
 */
export interface Announcer {
  /** Something was committed to the project's log. Returns at once; call it after the commit. */
  announce(projectId: string): void;
  /** `wake` is called after each announcement, never inside `announce`. The returned function may be called twice. */
  subscribe(projectId: string, wake: () => void): () => void;
  /** Wakes everybody a last time, then lets go of every connection. */
  close(): Promise<void>;
}
