/** Without a wire between processes: once a second one query for the log positions of every project waited for. */
import type { Announcer } from './announcer.ts';
import { Waiters } from './waiters.ts';

/** People notice a page that lags by more; fewer queries than this would not be felt by any database. */
const LOOK_MILLISECONDS = 1_000;

/** The newest log position per project; projects without a log may be left out. */
export type PositionsOf = (projectIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** `onError` hears of failed looks; the next second tries again. */
export function openPollingAnnouncer(
  positionsOf: PositionsOf,
  onError: (error: unknown) => void,
): Announcer {
  const waiters = new Waiters();
  let known = new Map<string, number>();
  let looking = false;

  async function look(): Promise<void> {
    const projectIds = waiters.projectIds;
    if (looking || projectIds.length === 0) return;
    looking = true;
    try {
      const positions = await positionsOf(projectIds);
      // A project seen for the first time wakes too: its position may have moved before the first look.
      for (const [projectId, position] of positions) {
        if (known.get(projectId) !== position) waiters.wake(projectId);
      }
      known = new Map(positions);
    } catch (error) {
      onError(error);
    } finally {
      looking = false;
    }
  }

  const timer = setInterval(() => void look(), LOOK_MILLISECONDS);
  timer.unref();
  return {
    announce: (projectId) => waiters.wake(projectId),
    subscribe: (projectId, wake) => waiters.add(projectId, wake),
    close: async () => {
      clearInterval(timer);
      waiters.wakeAll();
    },
  };
}
