/** Looks once a second for what is due. Every process does; whoever deletes a timer's row runs it. */

const LOOK_MILLISECONDS = 1_000;

/** A look that takes longer is not overtaken by the next. The returned function stops, and resolves when idle. */
export function startTimers(
  look: () => Promise<unknown>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    running ??= look()
      .catch(onError)
      .finally(() => {
        running = null;
      });
  }, LOOK_MILLISECONDS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
