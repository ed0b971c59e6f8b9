/** Who waits for which project in this process. */
export class Waiters {
  readonly #byProject = new Map<string, Set<() => void>>();

  /** Returns a function that takes the waiter out again, once or often. */
  add(projectId: string, wake: () => void): () => void {
    // Wrapped: the same function subscribed twice is two waiters, and one leaving must not take both.
    const waiter = () => wake();
    const waiters = this.#byProject.get(projectId) ?? new Set();
    waiters.add(waiter);
    this.#byProject.set(projectId, waiters);
    return () => {
      waiters.delete(waiter);
      if (waiters.size === 0 && this.#byProject.get(projectId) === waiters) {
        this.#byProject.delete(projectId);
      }
    };
  }

  /** Wakes in a turn of its own, so that no waiter runs inside the caller's. */
  wake(projectId: string): void {
    if (this.#byProject.has(projectId)) setImmediate(() => this.#wakeNow(projectId));
  }

  wakeAll(): void {
    for (const projectId of this.#byProject.keys()) this.wake(projectId);
  }

  get projectIds(): string[] {
    return [...this.#byProject.keys()];
  }

  #wakeNow(projectId: string): void {
    for (const waiter of [...(this.#byProject.get(projectId) ?? [])]) waiter();
  }
}
