/** The clock of the demo: it lives through the past two weeks while the story is told, then shows the real time. */

export interface StoryClock {
  now(): Date;
  /** Goes on from `at`; never back, and never past the real time. */
  jump(at: Date): void;
  /** From now on the real time. */
  catchUp(): void;
}

/** Starts at `from` and runs as fast as any clock. */
export function storyClock(from: Date): StoryClock {
  let behind = Math.max(0, Date.now() - from.getTime());
  const now = () => Date.now() - behind;
  return {
    now: () => new Date(now()),
    jump: (at) => {
      const forward = at.getTime() - now();
      if (forward > 0) behind = Math.max(0, behind - forward);
    },
    catchUp: () => {
      behind = 0;
    },
  };
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * When something in the story happened: on a working day so many working days before the last midnight (UTC),
 * or so many minutes ago.
 */
export type Moment =
  | { readonly workingDaysAgo: number; readonly time: string }
  | { readonly minutesAgo: number };

/** `day(3, '14:05')`: three working days before today. `time` is hh:mm, UTC. */
export const day = (workingDaysAgo: number, time: string): Moment => ({ workingDaysAgo, time });
export const ago = (minutesAgo: number): Moment => ({ minutesAgo });

export function instantOf(moment: Moment, now: Date): Date {
  if ('minutesAgo' in moment) return new Date(now.getTime() - moment.minutesAgo * MINUTE);
  let midnight = Math.floor(now.getTime() / DAY) * DAY;
  for (let left = moment.workingDaysAgo; left > 0; ) {
    midnight -= DAY;
    if (isWorkingDay(midnight)) left -= 1;
  }
  const [hours = 0, minutes = 0] = moment.time.split(':').map(Number);
  return new Date(midnight + (hours * 60 + minutes) * MINUTE);
}

function isWorkingDay(midnight: number): boolean {
  const weekday = new Date(midnight).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
